package org.outturn.aws;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.PartSize;
import org.outturn.storage.PartialUpload;

/**
 * The file behind an upload, as it was when the upload began. A pipeline may still be writing it.
 *
 * @param size in bytes
 */
record LocalSource(Path file, long size, FileTime modified) {
    /**
     * @throws FailureException with {@link Failure.LocalFile} if it is no ordinary file that can be
     *     read
     */
    static LocalSource of(Path file, Attempt attempt) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new FileSystemException(file.toString(), null, "not an ordinary file");
            }
            FileChannel.open(file, StandardOpenOption.READ).close();
            return new LocalSource(file, attributes.size(), attributes.lastModifiedTime());
        } catch (IOException e) {
            throw failure(file, attempt, e);
        }
    }

    /**
     * @throws FailureException with {@link Failure.LocalFile} if the file has changed since, or is
     *     gone
     */
    void checkUnchanged(Attempt attempt) {
        LocalSource now = of(file, attempt);
        if (!equals(now)) {
            throw failure(
                    file,
                    attempt,
                    new FileSystemException(
                            file.toString(), null, "it changed while it was being read"));
        }
    }

    /** The size of the parts that the transfer manager sends this file in, but the last. */
    long partBytes() {
        return PartSize.of(size);
    }

    /** How many parts there are, if it is sent in parts. */
    int partCount() {
        return (int) Math.max(1, Math.ceilDiv(size, partBytes()));
    }

    /** What is to be known of an upload of this file to let it go on later. */
    PartialUpload partial(ObjectAddress target, String uploadId) {
        return new PartialUpload(target, uploadId, partBytes(), size, modified.toInstant());
    }

    static FailureException failure(Path file, Attempt attempt, IOException e) {
        return new FailureException(
                new Failure.LocalFile(
                        file.toString(),
                        attempt,
                        Technical.of(
                                Redaction.text(
                                        e.getClass().getSimpleName() + ": " + e.getMessage()))),
                e);
    }
}
