package org.outturn.aws.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.outturn.failure.FailureException;
import org.outturn.failure.SignInFailure;
import org.outturn.storage.Failures;
import org.outturn.storage.ObjectStore;

/** Roles that want the code of a device. */
class RoleKeysCodeTest extends RoleKeysTestBase {
    private static final String DEVICE = "arn:aws:iam::111122223333:mfa/me";

    @Test
    void theCodeIsAskedForOnceForAllThatWait() throws Exception {
        sts.sts().mfa(ROLE, DEVICE, "123456");
        config(role() + "mfa_serial = " + DEVICE + "\n");
        var asked = new AtomicInteger();
        ProfileKeys keys =
                keys((profile, device) -> {
                    asked.incrementAndGet();
                    assertThat(profile).isEqualTo("r");
                    assertThat(device).isEqualTo(DEVICE);
                    pause(300);
                    return Optional.of(" 123456 ");
                });

        try (ObjectStore store = open("r", keys);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> requests = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                requests.add(threads.submit(store::buckets));
            }
            for (Future<?> request : requests) {
                request.get();
            }
        }
        try (ObjectStore again = open("r", keys)) {
            again.buckets();
        }

        assertThat(asked).hasValue(1);
        assertThat(roleRequests()).isEqualTo(1);
    }

    @Test
    void whoGivesUpIsNotAskedAgainForTheSameRequests() throws Exception {
        config(role() + "mfa_serial = " + DEVICE + "\n");
        var asked = new AtomicInteger();
        ProfileKeys keys =
                keys((_, _) -> {
                    asked.incrementAndGet();
                    pause(500);
                    return Optional.empty();
                });

        try (ObjectStore store = open("r", keys);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> requests = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                requests.add(threads.submit(store::buckets));
            }
            for (Future<?> request : requests) {
                try {
                    request.get();
                    throw new AssertionError("there are no keys");
                } catch (ExecutionException e) {
                    assertThat(((FailureException) e.getCause()).failure())
                            .isInstanceOf(SignInFailure.CodeMissing.class);
                }
            }
        }
        assertThat(asked).hasValue(1);
        assertThat(roleRequests()).isZero();
    }

    @Test
    void aWrongCodeIsNamed() throws IOException {
        sts.sts().mfa(ROLE, DEVICE, "123456");
        config(role() + "mfa_serial = " + DEVICE + "\n");

        Failures.expect(
                SignInFailure.CodeRefused.class,
                () -> given("r", keys((_, _) -> Optional.of("654321"))));
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
