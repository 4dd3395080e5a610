package org.outturn.storage;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

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
 * @param options storage class, encryption, tags
 * @param begun parts that an earlier attempt has sent; they are used if the server still has them
 *     and the file is still the same
 * @param keepParts whether parts stay on the server when the upload does not come to its end, so
 *     that the caller can have it continued; it was told of them by {@link ProgressListener#begun}
 */
public record UploadRequest(
        Path file,
        ObjectAddress target,
        String contentType,
        Map<String, String> metadata,
        boolean onlyIfAbsent,
        StoreOptions options,
        Optional<PartialUpload> begun,
        boolean keepParts) {
    public UploadRequest {
        metadata = Map.copyOf(metadata);
    }

    /** Stored as the server chooses, from the beginning, leaving nothing behind. */
    public UploadRequest(
            Path file,
            ObjectAddress target,
            String contentType,
            Map<String, String> metadata,
            boolean onlyIfAbsent) {
        this(
                file,
                target,
                contentType,
                metadata,
                onlyIfAbsent,
                StoreOptions.DEFAULTS,
                Optional.empty(),
                false);
    }
}
