package org.outturn.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work of a connection that is left is never heard of again. */
@Timeout(20)
class ConnectionTasksTest {
    private final LinkedBlockingQueue<Runnable> uiThread = new LinkedBlockingQueue<>();
    private final ConnectionTasks tasks = new ConnectionTasks(new BackgroundRunner(uiThread::add));
    private final List<String> told = new ArrayList<>();

    @Test
    void whatEndsIsTold() throws InterruptedException {
        tasks.run("work", _ -> "done", told::add, failure -> told.add(failure.messageKey()));

        next();

        assertThat(told).containsExactly("done");
    }

    @Test
    void whatRunsWhenTheConnectionIsLeftIsGivenUp() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        tasks.run(
                "work",
                _ -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } finally {
                        ended.countDown();
                    }
                    return "late";
                },
                told::add,
                failure -> told.add(failure.messageKey()));
        begun.await();

        tasks.leave();

        ended.await();
        tasks.run("work of the next", _ -> "next", told::add, _ -> told.add("failed"));
        next();
        assertThat(told).containsExactly("next");
    }

    @Test
    void anAnswerThatIsOnItsWayIsNotTold() throws InterruptedException {
        tasks.run("work", _ -> "late", told::add, failure -> told.add(failure.messageKey()));
        Runnable answer = uiThread.poll(10, TimeUnit.SECONDS);

        tasks.leave();
        assertThat(answer).isNotNull();
        answer.run();

        assertThat(told).isEmpty();
    }

    @Test
    void whatFailsIsTold() throws InterruptedException {
        tasks.<String>run(
                "work",
                _ -> {
                    throw new IllegalStateException("defect");
                },
                told::add,
                failure -> told.add(failure.messageKey()));

        next();

        assertThat(told).containsExactly("unexpected");
    }

    private void next() throws InterruptedException {
        Runnable work = uiThread.poll(10, TimeUnit.SECONDS);
        assertThat(work).isNotNull();
        work.run();
    }
}
