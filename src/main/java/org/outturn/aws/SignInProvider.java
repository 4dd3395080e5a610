package org.outturn.aws;

import org.outturn.failure.FailureException;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The keys to sign with; tells apart why there are none. */
final class SignInProvider implements AwsCredentialsProvider, SdkAutoCloseable {
    private final AwsCredentialsProvider keys;
    private final boolean expires;

    /**
     * @param expires whether the keys come from a sign-in that has an end, so that the lack of them
     *     means that it is over
     */
    SignInProvider(AwsCredentialsProvider keys, boolean expires) {
        this.keys = keys;
        this.expires = expires;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return keys.resolveCredentials();
        } catch (FailureException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new CredentialsUnavailable(expires, e);
        }
    }

    @Override
    public void close() {
        if (keys instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
    }
}
