package org.outturn.aws;

import org.outturn.connection.SsoSession;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Gives the keys of a role to whoever is signed in at IAM Identity Center. */
@FunctionalInterface
public interface SsoKeySource {

    /**
     * Sends nothing yet: the provider asks when it is first needed, renews by itself, and throws
     * {@link org.outturn.failure.FailureException} with {@link
     * org.outturn.failure.Failure.SignInExpired} when nobody is signed in.
     */
    AwsCredentialsProvider keys(SsoSession session, String account, String role);
}
