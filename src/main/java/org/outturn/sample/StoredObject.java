package org.outturn.sample;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of an object.
 *
 * @param versionId {@code null} in words, as S3 has it, when written without versioning
 * @param content null for a delete marker
 */
record StoredObject(
        String key,
        String versionId,
        Instant modified,
        ObjectAttributes attributes,
        @Nullable StoredContent content) {

    boolean isDeleteMarker() {
        return content == null;
    }

    /** The content of what is known to be no delete marker. */
    StoredContent bytes() {
        if (content == null) {
            throw new IllegalStateException("a delete marker has no content");
        }
        return content;
    }

    StoredObject withTags(java.util.Map<String, String> tags) {
        return withAttributes(attributes.withTags(tags));
    }

    StoredObject withAttributes(ObjectAttributes other) {
        return new StoredObject(key, versionId, modified, other, content);
    }
}
