package org.outturn.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.FolderStore;
import org.outturn.storage.Prefix;
import org.outturn.upload.Comparison;
import org.outturn.upload.UploadPlan;

class TransferQueueFailureTest extends QueueFixture {

    @Test
    void aPassingTroubleIsTriedAgainByItself() throws IOException {
        write("a", "1");
        UploadPlan plan = upload("a");
        AtomicInteger calls = new AtomicInteger();
        store.disturb((operation, address, cancellation) -> {
            if (calls.incrementAndGet() < 3) {
                throw throttled(address);
            }
        });
        queue.submit(plan, reports::add);
        assertThat(awaitReport(1).done()).isEqualTo(1);
        assertThat(row("a").attempts()).isEqualTo(3);
        assertThat(row("a").failure()).isEmpty();
    }

    @Test
    void aLastingTroubleFailsOneFileOnlyAndCanBeRetried() throws IOException {
        for (int i = 0; i < 20; i++) {
            write("d/" + i, "text " + i);
        }
        UploadPlan plan = upload("d");
        AtomicBoolean broken = new AtomicBoolean(true);
        store.disturb((operation, address, cancellation) -> {
            if (broken.get() && address.key().endsWith("/7")) {
                throw throttled(address);
            }
        });
        queue.submit(plan, reports::add);
        BatchReport first = awaitReport(1);
        assertThat(first.done()).isEqualTo(19);
        assertThat(first.failed()).isEqualTo(1);
        assertThat(row("7").attempts()).isEqualTo(QUICK.attempts());
        assertThat(row("7").canRetry()).isTrue();

        broken.set(false);
        queue.retry(TransferScope.failed());
        BatchReport second = awaitReport(2);
        assertThat(second.done()).isEqualTo(20);
        assertThat(second.changed()).containsExactly(new Prefix(FolderStore.BUCKET, "in/d/"));
        assertThat(store.keys()).hasSize(20);
    }

    @Test
    void aDenialIsNotTriedAgain() throws IOException {
        write("a", "1");
        UploadPlan plan = upload("a");
        AtomicInteger calls = new AtomicInteger();
        store.disturb((operation, address, cancellation) -> {
            calls.incrementAndGet();
            throw new FailureException(
                    new Failure.AccessDenied("s3:PutObject", attempt(address), Technical.of("")));
        });
        queue.submit(plan, reports::add);
        assertThat(awaitReport(1).failed()).isEqualTo(1);
        assertThat(calls).hasValue(1);
    }

    @Test
    void anExpiredSignInFailsTheRestAtOnceAndAllCanBeRetried() throws IOException {
        for (int i = 0; i < 200; i++) {
            write("d/" + i, "text");
        }
        UploadPlan plan = upload("d");
        AtomicInteger calls = new AtomicInteger();
        AtomicBoolean expired = new AtomicBoolean(true);
        store.disturb((operation, address, cancellation) -> {
            calls.incrementAndGet();
            if (expired.get()) {
                throw new FailureException(
                        new Failure.SignInExpired(
                                attempt(address), new Technical(400, "ExpiredToken", "", "")));
            }
        });
        queue.submit(plan, reports::add);
        assertThat(awaitReport(1).failed()).isEqualTo(200);
        assertThat(calls.get()).isLessThan(100);
        assertThat(queue.snapshot().transfers())
                .allMatch(t -> t.failure().get() instanceof Failure.SignInExpired)
                .allMatch(t ->
                        t.failure().get().attempt().object().equals(t.address().get().s3Uri()));

        expired.set(false);
        queue.retry(TransferScope.failed());
        assertThat(awaitReport(2).done()).isEqualTo(200);
    }

    @Test
    void whenNobodyAnswersForAWhileTheRestFailsToo() throws IOException {
        for (int i = 0; i < 500; i++) {
            write("d/" + i, "text");
        }
        UploadPlan plan = upload("d");
        AtomicInteger calls = new AtomicInteger();
        store.disturb((operation, address, cancellation) -> {
            calls.incrementAndGet();
            throw new FailureException(new Failure.Unreachable(attempt(address), Technical.of("")));
        });
        queue.submit(plan, reports::add);
        assertThat(awaitReport(1).failed()).isEqualTo(500);
        assertThat(calls.get()).isLessThan(200);
        assertThat(queue.snapshot().transfers())
                .allMatch(t -> t.failure().get() instanceof Failure.Unreachable);
    }

    @Test
    void aShortTimeWithoutAnAnswerIsOvercome() throws IOException {
        for (int i = 0; i < 300; i++) {
            write("d/" + i, "text");
        }
        UploadPlan plan = upload("d");
        AtomicInteger calls = new AtomicInteger();
        store.disturb((operation, address, cancellation) -> {
            if (calls.incrementAndGet() <= 16) {
                throw new FailureException(
                        new Failure.Unreachable(attempt(address), Technical.of("")));
            }
        });
        queue.submit(plan, reports::add);
        assertThat(awaitReport(1).done()).isEqualTo(300);
    }

    @Test
    void anUnknownExceptionIsAFailureThatTellsNoText() throws IOException {
        write("a", "1");
        write("b", "1");
        UploadPlan plan = upload("a", "b");
        store.disturb((operation, address, cancellation) -> {
            if (address.key().endsWith("/a")) {
                throw new IllegalStateException("https://host/?X-Amz-Signature=secret");
            }
            if (address.key().endsWith("/b")) {
                throw new StackOverflowError("X-Amz-Signature=secret");
            }
        });
        queue.submit(plan, reports::add);
        assertThat(awaitReport(1).failed()).isEqualTo(2);
        assertThat(row("a").failure()).get().isInstanceOf(Failure.Unexpected.class);
        assertThat(queue.snapshot().transfers().toString()).doesNotContain("secret");
    }

    @Test
    void whoMayNotLookCanStillCreateWhatTheListingDidNotShow() throws IOException {
        write("a", "1");
        UploadPlan plan = upload("a");
        AtomicInteger calls = new AtomicInteger();
        store.disturb((operation, address, cancellation) -> {
            if (calls.getAndIncrement() == 0) {
                throw new FailureException(
                        new Failure.AccessDenied(
                                "s3:GetObject", attempt(address), Technical.of("")));
            }
        });
        queue.submit(plan, reports::add);
        assertThat(awaitReport(1).done()).isEqualTo(1);
        assertThat(store.keys()).containsExactly("in/a");
    }

    @Test
    void withoutListingNothingThatIsThereIsReplaced() throws IOException {
        write("a", "mine");
        write("b", "mine");
        store.putText("in/a", "theirs");
        store.disturb((operation, address, cancellation) -> {
            if (operation.equals("ListObjectsV2")) {
                throw new FailureException(
                        new Failure.AccessDenied(
                                "s3:ListBucket", attempt(address), Technical.of("")));
            }
        });
        UploadPlan plan = upload("a", "b");
        assertThat(plan.comparison()).isEqualTo(Comparison.UNKNOWN);
        queue.submit(plan, reports::add);
        BatchReport report = awaitReport(1);
        assertThat(report.done()).isEqualTo(1);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(store.text("in/a")).isEqualTo("theirs");
    }

    @Test
    void aListenerThatThrowsHarmsNobody() throws IOException {
        write("a", "1");
        write("b", "1");
        ConcurrentHashMap<BatchId, Boolean> told = new ConcurrentHashMap<>();
        UploadPlan first = upload("a");
        UploadPlan second = upload("b");
        queue.submit(
                first,
                report -> {
                    told.put(report.batch(), true);
                    throw new IllegalStateException("a defect of the listener");
                });
        queue.submit(second, reports::add);
        assertThat(awaitReport(1).done()).isEqualTo(1);
        awaitIdle();
        await().until(() -> told.size() == 1);
    }
}
