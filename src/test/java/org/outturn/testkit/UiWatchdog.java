package org.outturn.testkit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javafx.application.Platform;

/**
 * Measures how long the JavaFX thread is held: asks it every few milliseconds to answer, and takes
 * the time that the answer takes. Nothing is left out, neither layout nor garbage collection.
 *
 * <p>On a machine that has more to do than it has processors, the thread may simply not be given
 * one. What counts is therefore the smaller of two times: what passed on the clock, and the
 * processor time that the thread itself used meanwhile. A thread that waits for a lock or the disk
 * would use none, so the stack at the time is kept for each hold over {@link #SUSPICIOUS}, and
 * {@link #blocked()} lists those in which the thread was not running.
 */
public final class UiWatchdog implements AutoCloseable {
    private static final Duration SUSPICIOUS = Duration.ofMillis(50);
    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
    private static final int DEPTH = 40;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Thread ui = Fx.get(Thread::currentThread);
    private final ConcurrentLinkedQueue<Hold> holds = new ConcurrentLinkedQueue<>();
    private final Thread watcher;
    private volatile boolean watching = true;
    private volatile long answered;

    /**
     * A time in which the thread did not answer.
     *
     * @param wall on the clock
     * @param processor what the thread used of a processor meanwhile
     * @param state of the thread when it had not answered for a while
     * @param stack what it did then; empty for a short hold
     */
    public record Hold(
            Duration wall, Duration processor, Thread.State state, List<StackTraceElement> stack) {

        /** The time that is the program's own doing. */
        public Duration length() {
            return wall.compareTo(processor) < 0 ? wall : processor;
        }

        @Override
        public String toString() {
            return "%d ms (%d ms on the clock), %s%n    %s"
                    .formatted(
                            length().toMillis(),
                            wall.toMillis(),
                            state,
                            stack.stream()
                                    .map(StackTraceElement::toString)
                                    .collect(Collectors.joining("\n    ")));
        }
    }

    private UiWatchdog() {
        watcher = Thread.ofPlatform().name("ui watchdog").daemon().unstarted(this::watch);
    }

    /** Begins to watch. */
    public static UiWatchdog start() {
        var dog = new UiWatchdog();
        dog.watcher.start();
        return dog;
    }

    private void watch() {
        for (long turn = 1; watching; turn++) {
            long mine = turn;
            long asked = System.nanoTime();
            long used = threads.getThreadCpuTime(ui.threadId());
            Platform.runLater(() -> {
                answered = mine;
                LockSupport.unpark(watcher);
            });
            var state = Thread.State.RUNNABLE;
            List<StackTraceElement> stack = List.of();
            while (answered < mine && watching) {
                LockSupport.parkNanos(EVERY_NANOS);
                boolean late = System.nanoTime() - asked > SUSPICIOUS.toNanos();
                if (late && stack.isEmpty() && answered < mine) {
                    state = ui.getState();
                    StackTraceElement[] now = ui.getStackTrace();
                    stack = List.copyOf(Arrays.asList(now).subList(0, Math.min(DEPTH, now.length)));
                }
            }
            var hold =
                    new Hold(
                            Duration.ofNanos(System.nanoTime() - asked),
                            Duration.ofNanos(threads.getThreadCpuTime(ui.threadId()) - used),
                            state,
                            stack);
            holds.add(hold);
            LockSupport.parkNanos(EVERY_NANOS);
        }
    }

    /** The longest hold so far. */
    public Hold longest() {
        return holds.stream()
                .max((a, b) -> a.length().compareTo(b.length()))
                .orElseThrow(() -> new AssertionError("nothing was measured"));
    }

    /** Holds in which the thread waited for something else than a processor or the toolkit. */
    public List<Hold> blocked() {
        return holds.stream()
                .filter(hold -> hold.state() != Thread.State.RUNNABLE)
                .filter(hold ->
                        hold.stack().stream()
                                .anyMatch(at -> at.getClassName().startsWith("org.outturn.")))
                .toList();
    }

    /** How often the thread was asked. */
    public int answers() {
        return holds.size();
    }

    @Override
    public void close() {
        watching = false;
        LockSupport.unpark(watcher);
    }
}
