package org.outturn.connection.dotenv;

import java.util.List;
import java.util.stream.Stream;

/**
 * Names under which keys are given together.
 *
 * @param family how other names begin that go with them
 */
enum KeyNames {
    S3_LONG("S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY", "S3_SESSION_TOKEN", "S3_"),
    S3_SHORT("S3_ACCESS_KEY", "S3_SECRET_KEY", "S3_SESSION_TOKEN", "S3_"),
    AWS("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_"),
    MINIO_ROOT("MINIO_ROOT_USER", "MINIO_ROOT_PASSWORD", "", "S3_"),
    MINIO("MINIO_ACCESS_KEY", "MINIO_SECRET_KEY", "", "S3_");

    private final String access;
    private final String secret;
    private final String token;
    private final String family;

    KeyNames(String access, String secret, String token, String family) {
        this.access = access;
        this.secret = secret;
        this.token = token;
        this.family = family;
    }

    /** The name of the access key's id: what these keys are called by. */
    String access() {
        return access;
    }

    String secret() {
        return secret;
    }

    /** Empty when there is none. */
    String token() {
        return token;
    }

    String family() {
        return family;
    }

    List<String> all() {
        return Stream.of(access, secret, token).filter(name -> !name.isEmpty()).toList();
    }
}
