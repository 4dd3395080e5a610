package org.outturn.transfer;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Failure;
import org.outturn.storage.Cancellation;
import org.outturn.storage.PartialDownload;
import org.outturn.storage.PartialUpload;

/** One transfer as it stands now. Guarded by the queue's lock, but for what never changes. */
final class Transfer {
    private final TransferId id;
    private final Batch batch;
    private final PlannedTransfer planned;
    private TransferState state;
    private @Nullable Failure failure;
    private int attempts;
    private long doneBytes;
    private int ticket;
    private long rank;
    private Traces traces;
    private int index;
    private long startedMillis;
    private long endedMillis;
    private @Nullable GroupTotals group;
    private @Nullable Running running;
    private @Nullable TransferSnapshot published;

    Transfer(TransferId id, Batch batch, PlannedTransfer planned) {
        this.id = id;
        this.batch = batch;
        this.planned = planned;
        this.state = planned.firstState();
        this.failure = planned.refusal();
        this.rank = id.value();
        this.traces = new Traces(false, batch.submitted(), Optional.empty(), Optional.empty());
    }

    /** Takes over what a journal tells of it. */
    void restore(TransferState found, @Nullable Failure why, long itsRank, Traces left) {
        state = found;
        failure = why;
        rank = itsRank;
        traces = left;
        published = null;
    }

    /**
     * What there is only while it runs.
     *
     * @param meter its own speed
     */
    record Running(AttemptProgress progress, Cancellation cancellation, RateMeter meter) {}

    TransferId id() {
        return id;
    }

    Batch batch() {
        return batch;
    }

    PlannedTransfer planned() {
        return planned;
    }

    TransferState state() {
        return state;
    }

    int attempts() {
        return attempts;
    }

    long doneBytes() {
        return doneBytes;
    }

    int index() {
        return index;
    }

    void setIndex(int index) {
        this.index = index;
    }

    /** Which of its stays in the line counts: an older one than this is void. */
    int ticket() {
        return ticket;
    }

    /** Those of lower rank go first. */
    long rank() {
        return rank;
    }

    /** Gives it another place among those that wait. */
    void setRank(long now) {
        rank = now;
        ticket++;
    }

    /** What its attempts may have left on the server. */
    Traces traces() {
        return traces;
    }

    /** The server has begun an upload in parts. */
    void leaves(PartialUpload begun) {
        traces = traces.with(begun);
    }

    /** A part of a download is on the disk. */
    void leaves(PartialDownload saved) {
        traces = traces.with(saved);
    }

    /** An attempt may have left something that nobody was told of. */
    void mayHaveLeft() {
        traces = new Traces(true, traces.since(), traces.parts(), traces.download());
    }

    /** Nothing is left. */
    void leavesNothing() {
        traces = new Traces(false, traces.since(), Optional.empty(), Optional.empty());
    }

    /** The sums of the group that it lies in; empty when it lies in none. */
    Optional<GroupTotals> group() {
        return Optional.ofNullable(group);
    }

    void setGroup(@Nullable GroupTotals now) {
        group = now;
    }

    /** What could not be freed is left after all. */
    void stillLeaves(Traces found) {
        traces = found;
    }

    Optional<Running> running() {
        return Optional.ofNullable(running);
    }

    boolean canRetry() {
        return planned.task() != null
                && (state == TransferState.FAILED || state == TransferState.CANCELLED);
    }

    /**
     * Begins an attempt.
     *
     * @param millis since 1970
     */
    void start(Running now, long millis) {
        state = state.moveTo(TransferState.RUNNING);
        if (startedMillis == 0) {
            startedMillis = millis;
        }
        running = now;
        attempts++;
        doneBytes = 0;
        published = null;
    }

    /**
     * Moves to any state but running.
     *
     * @param why why it failed, or has to wait again; {@code null} when nothing is wrong
     * @param millis since 1970
     */
    void move(TransferState to, @Nullable Failure why, long millis) {
        state = state.moveTo(to);
        failure = why;
        running = null;
        ticket++;
        published = null;
        endedMillis = to.terminal() ? millis : 0;
        if (to == TransferState.DONE) {
            doneBytes = planned.bytesToMove();
        } else if (to == TransferState.WAITING) {
            doneBytes = 0;
        }
    }

    /** Forgets earlier attempts, because the operator asks for a new start. */
    void renew() {
        move(TransferState.WAITING, null, 0);
        forgetAttempts();
        startedMillis = 0;
    }

    /** Counts attempts from nothing, because the operator lets it go on. */
    void forgetAttempts() {
        attempts = 0;
    }

    /**
     * Takes over how far the attempt has come.
     *
     * @return how many bytes further than the last time
     */
    long catchUp() {
        if (running == null) {
            return 0;
        }
        long step = running.progress().furthest() - doneBytes;
        doneBytes += step;
        if (step > 0) {
            published = null;
        }
        return step;
    }

    /** Samples the speed; call after {@link #catchUp()}. */
    void measure(long nanos) {
        if (running != null) {
            double before = running.meter().perSecond();
            running.meter().sample(nanos, doneBytes);
            if (running.meter().perSecond() != before) {
                published = null;
            }
        }
    }

    /** Whether {@link #snapshot()} would show something new. */
    boolean isStale() {
        return published == null;
    }

    TransferSnapshot snapshot() {
        if (published == null) {
            published =
                    new TransferSnapshot(
                            id,
                            batch.id(),
                            planned.direction(),
                            planned.group(),
                            planned.address(),
                            planned.source(),
                            planned.file(),
                            planned.bytes(),
                            doneBytes,
                            state,
                            planned.reasonKey(),
                            Optional.ofNullable(failure),
                            attempts,
                            running == null ? 0 : running.meter().perSecond(),
                            canRetry(),
                            instant(startedMillis),
                            instant(endedMillis));
        }
        return published;
    }

    private static Optional<Instant> instant(long millis) {
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
