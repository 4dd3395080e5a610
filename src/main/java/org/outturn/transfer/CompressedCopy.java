package org.outturn.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.outturn.storage.Cancellation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file compressed with gzip, in a temporary file that only its owner may read; the same file
 * gives the same bytes. Removed when it is closed; one that a killed program leaves is the system's
 * to clear away, as with all temporary files.
 *
 * @param file the compressed copy
 */
record CompressedCopy(Path file) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CompressedCopy.class);
    private static final int BUFFER_BYTES = 1 << 16;

    /**
     * @throws org.outturn.failure.FailureException if the file cannot be read or the copy not
     *     written
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    static CompressedCopy of(Path file, Cancellation cancellation) {
        Path copy;
        try {
            copy = Files.createTempFile("outturn-", ".gz");
        } catch (IOException e) {
            throw LocalFailures.write(Path.of(System.getProperty("java.io.tmpdir")), e);
        }
        var made = new CompressedCopy(copy);
        try {
            made.fill(file, cancellation);
            return made;
        } catch (RuntimeException e) {
            made.close();
            throw e;
        }
    }

    private void fill(Path from, Cancellation cancellation) {
        try (InputStream in = Files.newInputStream(from)) {
            try (OutputStream out =
                    new GZIPOutputStream(Files.newOutputStream(file), BUFFER_BYTES)) {
                byte[] block = new byte[BUFFER_BYTES];
                for (int n = in.read(block); n >= 0; n = in.read(block)) {
                    cancellation.check();
                    write(out, block, n);
                }
            }
        } catch (IOException e) {
            throw LocalFailures.read(from, e);
        }
    }

    private void write(OutputStream out, byte[] block, int length) {
        try {
            out.write(block, 0, length);
        } catch (IOException e) {
            throw LocalFailures.write(file, e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The temporary file {} could not be removed", file, e);
        }
    }
}
