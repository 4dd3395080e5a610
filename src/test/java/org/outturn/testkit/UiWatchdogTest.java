package org.outturn.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** The watchdog barks. */
class UiWatchdogTest {
    private static final Duration HELD = Duration.ofMillis(150);

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void workIsMeasuredAndItsPlaceNamed() {
        try (UiWatchdog dog = UiWatchdog.start()) {
            Fx.run(UiWatchdogTest::work);

            await().until(() -> dog.answers() > 0 && dog.longest().length().compareTo(HELD) >= 0);
            assertThat(dog.longest().toString()).contains("UiWatchdogTest.work");
            assertThat(dog.blocked()).isEmpty();
        }
    }

    @Test
    void waitingIsNamedThoughItCostsNothing() {
        try (UiWatchdog dog = UiWatchdog.start()) {
            Fx.run(UiWatchdogTest::waitForNobody);

            await().until(() -> !dog.blocked().isEmpty());
            UiWatchdog.Hold hold = dog.blocked().getFirst();
            assertThat(hold.wall()).isGreaterThan(Duration.ofMillis(50));
            assertThat(hold.toString()).contains("UiWatchdogTest.waitForNobody");
        }
    }

    private static void work() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + HELD.toNanos() + 50_000_000;
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void waitForNobody() {
        try {
            assertThat(new CountDownLatch(1).await(HELD.toMillis(), TimeUnit.MILLISECONDS))
                    .isFalse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
