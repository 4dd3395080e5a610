package org.outturn.connection.files;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.outturn.connection.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at files again and again. Unlike the system's notices this works for folders that are not
 * there yet, for links, and on network drives.
 */
public final class FileWatch implements Watch {
    private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);

    private final Duration period;
    private final Runnable changed;
    private final CountDownLatch closed = new CountDownLatch(1);
    private FileStates states;

    private FileWatch(FileStates first, Duration period, Runnable changed) {
        this.period = period;
        this.changed = changed;
        this.states = first;
    }

    /**
     * Begins. Reads the files once, so call it in the background.
     *
     * @param period between two looks, more than zero
     * @param changed called on a thread of its own when the content of a file is another one, when
     *     a file has come or gone, or has been replaced
     */
    public static FileWatch of(List<Path> files, Duration period, Runnable changed) {
        return begun(new FileWatch(FileStates.of(files), period, changed));
    }

    /**
     * Begins, but looks for the first time later, so that it may be called anywhere; what is there
     * by then is a change.
     *
     * @param places files, or folders whose files are meant; need not be there
     */
    public static FileWatch soon(List<Path> places, Duration period, Runnable changed) {
        return begun(new FileWatch(FileStates.unseen(places), period, changed));
    }

    private static FileWatch begun(FileWatch watch) {
        Thread.ofVirtual().name("file-watch").start(watch::run);
        return watch;
    }

    private void run() {
        try {
            while (!closed.await(period.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        FileStates now = states.again();
        boolean different = now.differ(states);
        states = now;
        if (!different) {
            return;
        }
        try {
            changed.run();
        } catch (RuntimeException e) {
            LOG.error("Nobody could be told of a change", e);
        }
    }

    /** Ends; a call under way is not waited for. */
    @Override
    public void close() {
        closed.countDown();
    }
}
