package org.outturn.sample;

/**
 * A verified signature, and what it takes to verify those of the chunks that follow it.
 *
 * @param scope {@code date/region/s3/aws4_request}
 * @param date as {@code yyyyMMddTHHmmssZ}
 * @param signature the one of the request itself
 * @param payload the hash of the body, or the way in which the body comes
 */
record Signed(
        SampleKey key,
        byte[] signingKey,
        String scope,
        String date,
        String signature,
        String payload) {
    static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    /** The signature over an algorithm, when and for what, and these lines. */
    String sign(String algorithm, String lines) {
        String text = String.join("\n", algorithm, date, scope, lines);
        return Digests.hex(Digests.hmac(signingKey, text));
    }

    /** Without the signing key. */
    @Override
    public String toString() {
        return "Signed[" + key + ", " + scope + "]";
    }
}
