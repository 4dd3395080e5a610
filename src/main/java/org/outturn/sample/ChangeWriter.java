package org.outturn.sample;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what {@link Change}s are made of; {@link ChangeReader} reads it. */
final class ChangeWriter extends DataOutputStream {
    ChangeWriter(ByteArrayOutputStream bytes) {
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
