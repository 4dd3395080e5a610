package org.outturn.storage;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * One object to be written to one file. The bytes go to a temporary file beside it and are moved
 * when they are whole, so {@code file} is either untouched or complete.
 *
 * @param source the object
 * @param file the file to be made; its folder is there
 * @param replace whether a file of that name may be replaced; if not and it is there, the download
 *     fails with {@link org.outturn.failure.Failure.Conflict} and the file stays as it was
 * @param temporary where the bytes go meanwhile, beside {@code file}; one that is there already is
 *     made anew, unless {@code begun} is about it
 * @param begun what an earlier download of the same object has left; not used, and deleted, when
 *     the object is another one now
 * @param checkpoint told now and then, from any thread, what is safely on the disk: whoever gives
 *     one has to keep it, because the temporary file then stays when the download ends early. Empty
 *     to leave nothing behind
 */
public record DownloadRequest(
        ObjectAddress source,
        Path file,
        boolean replace,
        Path temporary,
        Optional<PartialDownload> begun,
        Optional<Consumer<PartialDownload>> checkpoint) {

    /**
     * A temporary file beside a file.
     *
     * @param tag tells it from all others in that folder
     */
    public static Path temporaryFor(Path file, String tag) {
        // short and plain, whatever the file is called: names have a longest length
        return file.toAbsolutePath().resolveSibling(".outturn-" + tag + ".part");
    }

    /** A download that leaves nothing behind when it does not come to its end. */
    public DownloadRequest(ObjectAddress source, Path file, boolean replace) {
        this(
                source,
                file,
                replace,
                temporaryFor(file, UUID.randomUUID().toString()),
                Optional.empty(),
                Optional.empty());
    }
}
