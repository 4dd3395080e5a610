package org.outturn.sample;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Change}s are made of, as {@link ChangeWriter} wrote it. */
final class ChangeReader extends DataInputStream {
    ChangeReader(byte[] bytes) {
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
