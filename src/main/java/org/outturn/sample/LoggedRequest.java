package org.outturn.sample;

import java.util.List;

/**
 * A request that was answered, without anything secret.
 *
 * @param method for instance {@code PUT}
 * @param path as sent, percent-encoded
 * @param parameters the names of the query parameters, in the order sent; never their values
 * @param action the S3 action it was taken for, for instance {@code s3:PutObject}; empty when it
 *     was refused before that was known
 * @param status of the answer; 0 when the client went away before one was sent
 */
public record LoggedRequest(
        String method, String path, List<String> parameters, String action, int status) {}
