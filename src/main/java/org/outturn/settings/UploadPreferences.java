package org.outturn.settings;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How files are stored, as the operator wants it by default.
 *
 * @param storageClass as S3 names it; empty for the server's own choice
 * @param encryption {@code bucket}, {@code s3} or {@code kms}; others mean {@code bucket}
 * @param key the key for {@code kms}; empty for the account's own
 * @param tags tags of every object
 * @param compareBy a name that the planner knows; empty for its default
 * @param emptyFolders whether empty folders are kept
 */
public record UploadPreferences(
        String storageClass,
        String encryption,
        String key,
        Map<String, String> tags,
        String compareBy,
        boolean emptyFolders) {

    /** What a file leaves out is as usual. */
    public UploadPreferences(
            @Nullable String storageClass,
            @Nullable String encryption,
            @Nullable String key,
            @Nullable Map<String, String> tags,
            @Nullable String compareBy,
            boolean emptyFolders) {
        this.storageClass = Objects.requireNonNullElse(storageClass, "");
        this.encryption = Objects.requireNonNullElse(encryption, "");
        this.key = Objects.requireNonNullElse(key, "");
        this.tags = Map.copyOf(Objects.requireNonNullElse(tags, Map.of()));
        this.compareBy = Objects.requireNonNullElse(compareBy, "");
        this.emptyFolders = emptyFolders;
    }
}
