package org.outturn.aws;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a download goes until it is whole: an own file in the folder of the one to be made. */
final class TemporaryFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFile.class);

    private final Path path;
    private boolean kept;

    private TemporaryFile(Path path) {
        this.path = path;
    }

    /** Makes it anew, empty, with the permissions that a new file gets here. */
    static TemporaryFile anew(Path path) throws IOException {
        Files.deleteIfExists(path);
        return new TemporaryFile(Files.createFile(path));
    }

    /** One that an earlier download has left. */
    static TemporaryFile of(Path path) {
        return new TemporaryFile(path);
    }

    /** Lets it stay for a later download. */
    void keep() {
        kept = true;
    }

    Path path() {
        return path;
    }

    /** Gives the file the time of the one that it comes from; not every disk can. */
    void setModified(Instant time) {
        try {
            Files.setLastModifiedTime(path, FileTime.from(time));
        } catch (IOException | IllegalArgumentException e) {
            LOG.info("The time {} could not be given to a downloaded file", time);
        }
    }

    /**
     * Gives the file its name.
     *
     * @param replace whether a file of that name may go; if not, no moment is left in which another
     *     program's new file could be lost
     * @throws FileAlreadyExistsException if there is one and it may not be replaced
     */
    void moveTo(Path target, boolean replace) throws IOException {
        if (replace) {
            Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try {
            Files.createLink(target, path);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            // this disk has no links: hold the name with an empty file first
            Files.createFile(target);
            Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes it, unless it has been moved or is to be kept. */
    @Override
    public void close() {
        if (kept) {
            return;
        }
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // still open somewhere, on a system where that matters: leave it to the end of the
            // program
            path.toFile().deleteOnExit();
            LOG.warn("The temporary file {} could not be deleted yet", path);
        }
    }
}
