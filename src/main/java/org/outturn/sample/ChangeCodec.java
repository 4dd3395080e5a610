package org.outturn.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link Change}s to bytes and back; compact, because a store reads all of them when it opens. */
final class ChangeCodec {
    private ChangeCodec() {}

    static byte[] encode(Change change) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new Writer(bytes);
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
        var in = new Reader(bytes);
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

    private static final class Writer extends DataOutputStream {
        Writer(ByteArrayOutputStream bytes) {
            super(bytes);
        }

        void head(char kind, String bucket, String key) throws IOException {
            writeChar(kind);
            text(bucket);
            text(key);
        }

        /** Not writeUTF, which ends at 64 KiB: a policy or a lifecycle may be longer. */
        void text(String text) throws IOException {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            writeInt(utf8.length);
            write(utf8);
        }

        void instant(Instant instant) throws IOException {
            writeLong(instant.toEpochMilli());
        }

        void map(Map<String, String> map) throws IOException {
            writeInt(map.size());
            for (var entry : map.entrySet()) {
                text(entry.getKey());
                text(entry.getValue());
            }
        }

        void attributes(ObjectAttributes attributes) throws IOException {
            map(attributes.headers());
            map(attributes.tags());
        }

        void content(@Nullable StoredContent content) throws IOException {
            writeBoolean(content != null);
            if (content == null) {
                return;
            }
            text(content.etag());
            map(content.checksums());
            writeInt(content.pieces().size());
            for (StoredContent.Piece piece : content.pieces()) {
                text(piece.file());
                writeLong(piece.offset());
                writeLong(piece.length());
            }
            writeInt(content.partSizes().size());
            for (long size : content.partSizes()) {
                writeLong(size);
            }
        }

        void bucketState(Change.@Nullable BucketState state) throws IOException {
            writeBoolean(state != null);
            if (state == null) {
                return;
            }
            instant(state.created());
            text(state.versioning().name());
            var documents = new LinkedHashMap<String, String>();
            state.documents().forEach((kind, document) -> documents.put(kind.name(), document));
            map(documents);
        }
    }

    private static final class Reader extends DataInputStream {
        Reader(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        String text() throws IOException {
            return new String(readNBytes(readInt()), StandardCharsets.UTF_8);
        }

        Instant instant() throws IOException {
            return Instant.ofEpochMilli(readLong());
        }

        Map<String, String> map() throws IOException {
            var map = new LinkedHashMap<String, String>();
            for (int n = readInt(); n > 0; n--) {
                map.put(text(), text());
            }
            return map;
        }

        ObjectAttributes attributes() throws IOException {
            return new ObjectAttributes(map(), map());
        }

        @Nullable StoredContent content() throws IOException {
            if (!readBoolean()) {
                return null;
            }
            String etag = text();
            Map<String, String> checksums = map();
            var pieces = new ArrayList<StoredContent.Piece>();
            for (int n = readInt(); n > 0; n--) {
                pieces.add(new StoredContent.Piece(text(), readLong(), readLong()));
            }
            List<Long> partSizes = new ArrayList<>();
            for (int n = readInt(); n > 0; n--) {
                partSizes.add(readLong());
            }
            return new StoredContent(pieces, etag, partSizes, checksums);
        }

        Change.@Nullable BucketState bucketState() throws IOException {
            if (!readBoolean()) {
                return null;
            }
            Instant created = instant();
            Versioning versioning = Versioning.valueOf(text());
            var documents = new LinkedHashMap<BucketDocument, String>();
            map().forEach((kind, text) -> documents.put(BucketDocument.valueOf(kind), text));
            return new Change.BucketState(created, versioning, documents);
        }
    }
}
