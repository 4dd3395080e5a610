package org.outturn.aws.sso;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The proof that whoever redeems a code is who asked for it (RFC 7636, method S256). The verifier
 * never prints.
 *
 * @param verifier 43 to 128 characters
 * @param challenge the SHA-256 of the verifier, in Base64 for URLs without padding: 43 characters
 */
record Pkce(String verifier, String challenge) {
    /** As many as RFC 7636, section 7.1, asks for. */
    private static final int BYTES = 32;

    static Pkce make(SecureRandom random) {
        return of(token(random));
    }

    /** Also good as a state that nobody can guess. */
    static String token(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static Pkce of(String verifier) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return new Pkce(
                    verifier, Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Pkce[" + challenge + "]";
    }
}
