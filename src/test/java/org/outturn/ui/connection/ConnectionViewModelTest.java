package org.outturn.ui.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outturn.connection.Addressing;
import org.outturn.connection.Connection;
import org.outturn.connection.ConnectionSource;
import org.outturn.connection.Credentials;
import org.outturn.connection.Found;
import org.outturn.connection.SignIn;
import org.outturn.ui.common.BackgroundRunner;

/** What becomes of a sample that takes its time to start. This thread stands for JavaFX's. */
class ConnectionViewModelTest {
    private static final Connection SAMPLE =
            new Connection(
                    "sample",
                    Optional.of(URI.create("http://127.0.0.1:1")),
                    "us-east-1",
                    Addressing.PATH,
                    new SignIn.Keys(new Credentials("KEY", "secret", "")),
                    Optional.empty());

    private final LinkedBlockingQueue<Runnable> uiThread = new LinkedBlockingQueue<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private final List<Connection> opened = new ArrayList<>();
    private final ConnectionSource slow =
            () -> {
                try {
                    started.await();
                } catch (InterruptedException e) {
                    throw new AssertionError("nobody interrupts a server that is being filled", e);
                }
                return Found.all(List.of(SAMPLE));
            };
    private final ConnectionViewModel model =
            new ConnectionViewModel(
                    new BackgroundRunner(uiThread::add), () -> Found.all(List.of()), slow);

    @BeforeEach
    void listen() {
        model.onOpen(opened::add);
    }

    @Test
    void theSampleOpensWhenItHasStarted() {
        model.openSample();
        assertThat(model.busyProperty().get()).isTrue();

        finishStart();

        assertThat(opened).containsExactly(SAMPLE);
        assertThat(model.busyProperty().get())
                .as("whether it is really opened may still be asked")
                .isFalse();
    }

    @Test
    void aLateSampleOpensNothingWhenTheStartPageIsBack() {
        model.openSample();
        model.idle();

        finishStart();

        assertThat(opened).isEmpty();
    }

    @Test
    void aLateSampleOpensNothingWhenSomethingElseIsBeingOpened() {
        model.openSample();
        model.opening(SAMPLE);

        finishStart();

        assertThat(opened).isEmpty();
        assertThat(model.busyProperty().get()).isTrue();
    }

    private void finishStart() {
        started.countDown();
        await().until(() -> !uiThread.isEmpty());
        uiThread.remove().run();
    }
}
