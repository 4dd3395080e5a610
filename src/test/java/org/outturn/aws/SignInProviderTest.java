package org.outturn.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.outturn.failure.Failure;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

class SignInProviderTest {
    private final Call call = Call.onServer(Operation.LIST_BUCKETS, "server");

    @Test
    void whoeverNeverGivesKeysIsNotWaitedFor() throws InterruptedException {
        CountDownLatch givenUp = new CountDownLatch(1);
        AwsCredentialsProvider silent =
                () -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        givenUp.countDown();
                    }
                    throw new IllegalStateException("interrupted");
                };

        Failure failure = failureOf(new SignInProvider(silent, true, Duration.ofMillis(50)));

        assertThat(failure).isInstanceOf(Failure.Unreachable.class);
        givenUp.await();
    }

    @Test
    void theLackOfKeysMeansWhatTheSignInIs() {
        AwsCredentialsProvider none =
                () -> {
                    throw new IllegalStateException("none");
                };
        Duration patience = Duration.ofSeconds(5);

        assertThat(failureOf(new SignInProvider(none, true, patience)))
                .isInstanceOf(Failure.SignInExpired.class);
        assertThat(failureOf(new SignInProvider(none, false, patience)))
                .isInstanceOf(Failure.SignInMissing.class);
    }

    private Failure failureOf(SignInProvider provider) {
        return new AwsFailures(new ServerClock(java.time.InstantSource.system()))
                .of(catchThrowable(provider::resolveCredentials), call);
    }
}
