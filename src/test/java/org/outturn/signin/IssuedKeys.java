package org.outturn.signin;

import java.time.Instant;
import org.outturn.sample.SampleKey;

/**
 * Keys that the stand-in hands out.
 *
 * @param expires when they end
 */
public record IssuedKeys(
        String accessKeyId, String secretAccessKey, String sessionToken, Instant expires) {

    /** Keys that a sample server takes. */
    public static IssuedKeys of(SampleKey key, Instant expires) {
        String token = key.sessionToken();
        return new IssuedKeys(
                key.accessKey(), key.secretKey(), token == null ? "" : token, expires);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "IssuedKeys[" + accessKeyId + ", until " + expires + "]";
    }
}
