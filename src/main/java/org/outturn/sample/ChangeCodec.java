package org.outturn.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;

/** {@link Change}s to bytes and back; compact, because a store reads all of them when it opens. */
final class ChangeCodec {
    private ChangeCodec() {}

    static byte[] encode(Change change) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new ChangeWriter(bytes);
        switch (change) {
            case Change.OfBucket(var bucket, var state) -> {
                out.head('B', bucket, "");
                out.bucketState(state);
            }
            case Change.OfObject(var bucket, var key, var versions) -> {
                out.head('O', bucket, key);
                out.writeInt(versions.size());
                for (StoredObject version : versions) {
                    out.text(version.versionId());
                    out.instant(version.modified());
                    out.attributes(version.attributes());
                    out.content(version.content());
                }
            }
            case Change.OfUpload(var bucket, var upload) -> {
                out.head('U', bucket, upload.key());
                out.text(upload.id());
                out.instant(upload.initiated());
                out.attributes(upload.attributes());
                out.text(upload.checksumHeader());
                out.writeBoolean(upload.fullObject());
            }
            case Change.OfPart(var bucket, var key, var id, var part) -> {
                out.head('P', bucket, key);
                out.text(id);
                out.writeInt(part.number());
                out.instant(part.modified());
                out.content(part.content());
            }
            case Change.OfUploadEnd(var bucket, var key, var id) -> {
                out.head('E', bucket, key);
                out.text(id);
            }
        }
        return bytes.toByteArray();
    }

    static Change decode(byte[] bytes) throws IOException {
        var in = new ChangeReader(bytes);
        char kind = in.readChar();
        String bucket = in.text();
        String key = in.text();
        return switch (kind) {
            case 'B' -> new Change.OfBucket(bucket, in.bucketState());
            case 'O' -> {
                var versions = new ArrayList<StoredObject>();
                for (int n = in.readInt(); n > 0; n--) {
                    versions.add(
                            new StoredObject(
                                    key, in.text(), in.instant(), in.attributes(), in.content()));
                }
                yield new Change.OfObject(bucket, key, versions);
            }
            case 'U' ->
                    new Change.OfUpload(
                            bucket,
                            new Upload(
                                    in.text(),
                                    key,
                                    in.instant(),
                                    in.attributes(),
                                    in.text(),
                                    in.readBoolean(),
                                    Upload.noParts()));
            case 'P' -> {
                String id = in.text();
                int number = in.readInt();
                Instant modified = in.instant();
                StoredContent content = in.content();
                if (content == null) {
                    throw new IOException("a part without content in the index");
                }
                yield new Change.OfPart(
                        bucket, key, id, new Upload.Part(number, modified, content));
            }
            case 'E' -> new Change.OfUploadEnd(bucket, key, in.text());
            default -> throw new IOException("unknown kind of change in the index: " + kind);
        };
    }
}
