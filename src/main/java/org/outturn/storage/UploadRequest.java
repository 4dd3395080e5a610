package org.outturn.storage;

import java.nio.file.Path;
import java.util.Map;

/**
 * One file to be stored as one object.
 *
 * @param file an ordinary, readable file
 * @param target where it goes
 * @param contentType the Content-Type to store
 * @param metadata user metadata, names without {@code x-amz-meta-}
 * @param onlyIfAbsent whether to fail with {@link org.outturn.failure.Failure.Conflict} when there
 *     is an object already. Where the server honours {@code If-None-Match: *} it decides; elsewhere
 *     a look just before the upload does
 */
public record UploadRequest(
        Path file,
        ObjectAddress target,
        String contentType,
        Map<String, String> metadata,
        boolean onlyIfAbsent) {
    public UploadRequest {
        metadata = Map.copyOf(metadata);
    }
}
