package org.outturn.ui.common;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One virtual thread for each piece of work. */
public final class BackgroundRunner implements TaskRunner {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundRunner.class);

    private final Executor uiThread;

    /**
     * @param uiThread runs what it is given on the JavaFX thread, later, in order
     */
    public BackgroundRunner(Executor uiThread) {
        this.uiThread = uiThread;
    }

    @Override
    public <T> Cancellation run(
            String name, Work<T> work, Consumer<? super T> done, Consumer<Failure> failed) {
        var cancellation = new Cancellation();
        Thread thread =
                Thread.ofVirtual()
                        .name(name)
                        .unstarted(() -> perform(name, work, done, failed, cancellation));
        cancellation.onCancel(thread::interrupt);
        thread.start();
        return cancellation;
    }

    private <T> void perform(
            String name,
            Work<T> work,
            Consumer<? super T> done,
            Consumer<Failure> failed,
            Cancellation cancellation) {
        Runnable outcome;
        try {
            T result = work.run(cancellation);
            outcome = () -> done.accept(result);
        } catch (CancellationException e) {
            LOG.debug("{}: cancelled", name);
            return;
        } catch (FailureException e) {
            if (cancellation.isCancelled()) {
                // what the interrupt did to a request is not a failure of the server
                LOG.debug("{}: ended by cancelling", name);
                return;
            }
            LOG.info("{}: {}", name, e.getMessage());
            outcome = () -> failed.accept(e.failure());
        } catch (Exception e) {
            if (cancellation.isCancelled()) {
                LOG.debug("{}: ended by cancelling", name, e);
                return;
            }
            LOG.error("{}: unexpected", name, e);
            var failure =
                    new Failure.Unexpected(
                            new Attempt("Work", name), Technical.of(String.valueOf(e)));
            outcome = () -> failed.accept(failure);
        }
        Runnable last = outcome;
        uiThread.execute(() -> {
            if (!cancellation.isCancelled()) {
                last.run();
            }
        });
    }
}
