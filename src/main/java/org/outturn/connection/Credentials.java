package org.outturn.connection;

/**
 * Keys to sign with. The secret and the token never print.
 *
 * @param accessKeyId not empty
 * @param secretAccessKey not empty
 * @param sessionToken empty when there is none
 */
public record Credentials(String accessKeyId, String secretAccessKey, String sessionToken) {
    /**
     * @throws IllegalArgumentException if the key id or the secret is blank
     */
    public Credentials {
        if (accessKeyId.isBlank() || secretAccessKey.isBlank()) {
            throw new IllegalArgumentException("access key and secret key are both needed");
        }
    }

    @Override
    public String toString() {
        return "Credentials[" + accessKeyId + ", ***]";
    }
}
