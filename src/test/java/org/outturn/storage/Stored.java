package org.outturn.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;

/** An object of a {@link FolderStore}: its bytes are a file. */
record Stored(
        Path file,
        long size,
        Instant modified,
        String etag,
        String type,
        Map<String, String> metadata,
        StoreOptions options) {
    private static final int BUFFER = 8192;

    /** One that is stored now, in one piece. */
    static Stored now(Path file, String type, Map<String, String> metadata, StoreOptions options)
            throws IOException {
        byte[] content = Files.readAllBytes(file);
        return new Stored(
                file,
                content.length,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                HexFormat.of().formatHex(EtagDigest.md5().digest(content)),
                type,
                metadata,
                options);
    }

    Stored with(String otherEtag, Instant time) {
        return new Stored(file, size, time, otherEtag, type, metadata, options);
    }

    Stored with(ObjectTags tags) {
        return new Stored(
                file,
                size,
                modified,
                etag,
                type,
                metadata,
                new StoreOptions(options.storageClass(), options.encryption(), tags));
    }

    /** Copies a file as a transfer does: slowly enough to be watched and cancelled. */
    static void copy(Path from, Path to, ProgressListener progress, Cancellation cancellation)
            throws IOException {
        long total = Files.size(from);
        long done = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(to)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                cancellation.check();
                out.write(buffer, 0, n);
                done += n;
                progress.transferred(done, total);
            }
        }
    }
}
