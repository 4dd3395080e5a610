package org.outturn.sample;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key that a sample server accepts, and what it may not do.
 *
 * @param sessionToken to be sent along when not null
 * @param expires when the session ends; null for never
 * @param denied S3 actions refused with 403, for instance {@code s3:ListAllMyBuckets}
 */
public record SampleKey(
        String accessKey,
        String secretKey,
        @Nullable String sessionToken,
        @Nullable Instant expires,
        Set<String> denied) {

    public SampleKey {
        denied = Set.copyOf(denied);
    }

    /** A lasting key that may do everything. */
    public static SampleKey of(String accessKey, String secretKey) {
        return new SampleKey(accessKey, secretKey, null, null, Set.of());
    }

    /** This key, refused these actions. */
    public SampleKey denying(String... actions) {
        return new SampleKey(accessKey, secretKey, sessionToken, expires, Set.of(actions));
    }

    /** This key as a session's. */
    public SampleKey inSession(String token, @Nullable Instant until) {
        return new SampleKey(accessKey, secretKey, token, until, denied);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "SampleKey[" + accessKey + ", denied=" + denied + "]";
    }
}
