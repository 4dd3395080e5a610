package org.outturn.storage;

import java.nio.file.Path;

/**
 * One object to be written to one file. The bytes go to a temporary file beside it and are moved
 * when they are whole, so {@code file} is either untouched or complete.
 *
 * @param source the object
 * @param file the file to be made; its folder is there
 * @param replace whether a file of that name may be replaced; if not and it is there, the download
 *     fails with {@link org.outturn.failure.Failure.Conflict} and the file stays as it was
 */
public record DownloadRequest(ObjectAddress source, Path file, boolean replace) {}
