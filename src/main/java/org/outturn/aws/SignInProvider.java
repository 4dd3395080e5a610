package org.outturn.aws;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.outturn.failure.FailureException;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The keys to sign with; tells apart why there are none, and does not wait for them for ever. */
final class SignInProvider implements AwsCredentialsProvider, SdkAutoCloseable {
    private final AwsCredentialsProvider keys;
    private final boolean expires;
    private final Duration patience;

    /**
     * @param expires whether the keys come from a sign-in that has an end, so that the lack of them
     *     means that it is over
     * @param patience how long to wait for whoever gives the keys; zero when they are at hand
     */
    SignInProvider(AwsCredentialsProvider keys, boolean expires, Duration patience) {
        this.keys = keys;
        this.expires = expires;
        this.patience = patience;
    }

    /**
     * @throws CredentialsUnavailable if there are none
     */
    @Override
    public AwsCredentials resolveCredentials() {
        if (patience.isZero()) {
            return keys.resolveCredentials();
        }
        FutureTask<AwsCredentials> task = new FutureTask<>(keys::resolveCredentials);
        Thread.ofVirtual().name("s3-sign-in").start(task);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new CredentialsUnavailable(
                    false, new SocketTimeoutException("whoever gives the keys does not answer"));
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FailureException failure) {
                throw failure;
            }
            throw new CredentialsUnavailable(expires, e.getCause());
        }
    }

    @Override
    public void close() {
        if (keys instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
    }
}
