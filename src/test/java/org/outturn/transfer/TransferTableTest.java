package org.outturn.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;

/** Any legal history leaves rows and sums that fit together, at every moment. */
class TransferTableTest {
    private static final long TICK = 100_000_000L;
    private static final List<String> GROUPS = List.of("", "job", "job", "other");

    private final List<Transfer> transfers = new ArrayList<>();
    private final List<AttemptProgress> progress = new ArrayList<>();
    private TransferTable table =
            new TransferTable(0, InstantSource.fixed(Instant.EPOCH.plusSeconds(1)));
    private long ids;
    private long now;

    @Property
    void rowsAndSumsAlwaysFitTogether(
            @ForAll @Size(max = 120) List<@IntRange(max = 999) Integer> history) {
        table = new TransferTable(0, InstantSource.fixed(Instant.EPOCH.plusSeconds(1)));
        transfers.clear();
        now = 0;
        QueueSnapshot last = table.publish(0, now);
        add(5);
        for (int step : history) {
            play(step % 9, step / 9);
            QueueSnapshot snapshot = table.publish(0, now += TICK);
            check(snapshot);
            checkDifferences(last, snapshot);
            last = snapshot;
        }
    }

    @Test
    void whatDoesNotChangeIsSharedAndWhatChangesIsFound() {
        add(20_000);
        QueueSnapshot before = table.publish(1, now += TICK);
        play(1, 12_345);
        Transfer started =
                transfers.stream().filter(t -> t.state() == TransferState.RUNNING).findAny().get();
        QueueSnapshot after = table.publish(2, now += TICK);
        assertThat(after.sameRows(before)).isTrue();
        assertThat(after.changedSince(before)).containsExactly(started.index());
        long shared = 0;
        for (int i = 0; i < 20_000; i++) {
            shared += after.transfers().get(i) == before.transfers().get(i) ? 1 : 0;
        }
        assertThat(shared).isEqualTo(19_999);
        assertThat(before.transfers().get(started.index()).state())
                .isEqualTo(TransferState.WAITING);
    }

    private void play(int what, int which) {
        switch (what) {
            case 0 -> add(which % 300);
            case 1 -> pick(TransferState.WAITING, which).ifPresent(this::start);
            case 2 ->
                    pick(TransferState.RUNNING, which)
                            .flatMap(Transfer::running)
                            .ifPresent(r -> r.progress().transferred(which * 7L, -1));
            case 3 ->
                    pick(TransferState.RUNNING, which)
                            .ifPresent(t -> table.move(t, end(which), failure(end(which))));
            case 4 ->
                    pick(TransferState.WAITING, which)
                            .ifPresent(t -> table.move(t, TransferState.CANCELLED, null));
            case 8 ->
                    pick(TransferState.PAUSED, which)
                            .ifPresent(t -> table.move(t, TransferState.WAITING, null));
            case 5 -> pick(Transfer::canRetry, which).ifPresent(t -> table.renew(t, now));
            case 6 ->
                    remove(
                            EnumSet.of(
                                    TransferState.DONE,
                                    TransferState.SKIPPED,
                                    TransferState.CANCELLED));
            default -> remove(EnumSet.of(TransferState.FAILED));
        }
    }

    private void remove(EnumSet<TransferState> states) {
        table.remove(t -> states.contains(t.state()));
        transfers.removeIf(t -> states.contains(t.state()));
    }

    private static TransferState end(int which) {
        return List.of(
                        TransferState.DONE,
                        TransferState.DONE,
                        TransferState.FAILED,
                        TransferState.CANCELLED,
                        TransferState.PAUSED,
                        TransferState.WAITING)
                .get(which % 5);
    }

    private static @Nullable Failure failure(TransferState end) {
        return end == TransferState.FAILED || end == TransferState.WAITING
                ? new Failure.Throttled(new Attempt("PutObject", "x"), Technical.of(""))
                : null;
    }

    private void add(int count) {
        Batch batch =
                new Batch(new BatchId(++ids), Direction.UPLOAD, Instant.EPOCH, BatchListener.NONE);
        List<Transfer> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            added.add(new Transfer(new TransferId(++ids), batch, planned(i)));
        }
        table.add(added, now);
        transfers.addAll(added);
    }

    private static PlannedTransfer planned(int i) {
        boolean leftOut = i % 7 == 6;
        boolean refused = i % 14 == 6;
        return new PlannedTransfer(
                Direction.UPLOAD,
                Optional.empty(),
                Path.of("f" + i),
                i * 100L,
                GROUPS.get(i % GROUPS.size()),
                "upload.reason.new",
                leftOut ? null : (store, listener, cancellation, traces) -> {},
                refused ? failure(TransferState.FAILED) : null);
    }

    private void start(Transfer transfer) {
        AttemptProgress own = new AttemptProgress(transfer.planned().bytes(), () -> {});
        progress.add(own);
        table.start(
                transfer, new Transfer.Running(own, Cancellation.never(), new RateMeter(now, 0)));
    }

    private Optional<Transfer> pick(TransferState state, int which) {
        return pick(t -> t.state() == state, which);
    }

    private Optional<Transfer> pick(Predicate<Transfer> condition, int which) {
        List<Transfer> some = transfers.stream().filter(condition).toList();
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(which % some.size()));
    }

    private void check(QueueSnapshot snapshot) {
        List<TransferSnapshot> rows = snapshot.transfers();
        QueueTotals totals = snapshot.totals();
        assertThat(rows).extracting(TransferSnapshot::id).isEqualTo(ids(transfers));
        assertThat(totals.count()).isEqualTo(rows.size());
        assertThat(totals.waiting()).isEqualTo(count(rows, TransferState.WAITING));
        assertThat(totals.running()).isEqualTo(count(rows, TransferState.RUNNING));
        assertThat(totals.paused()).isEqualTo(count(rows, TransferState.PAUSED));
        assertThat(totals.done()).isEqualTo(count(rows, TransferState.DONE));
        assertThat(totals.skipped()).isEqualTo(count(rows, TransferState.SKIPPED));
        assertThat(totals.failed()).isEqualTo(count(rows, TransferState.FAILED));
        assertThat(totals.cancelled()).isEqualTo(count(rows, TransferState.CANCELLED));
        long moving = sum(rows, TransferState.RUNNING, true);
        long open =
                sum(rows, TransferState.RUNNING, false)
                        + sum(rows, TransferState.PAUSED, false)
                        + sum(rows, TransferState.WAITING, false);
        assertThat(totals.bytesTotal() - totals.bytesDone()).isEqualTo(open - moving);
        assertThat(totals.bytesDone()).isBetween(moving, totals.bytesTotal());
        assertThat(totals.progress()).isBetween(0.0, 1.0);
        assertThat(totals.counts().refused()).isEqualTo(refused(rows));
        assertThat(snapshot.groups()).hasSameElementsAs(groups(rows, snapshot.groups()));
        assertThat(snapshot.groups()).allMatch(g -> g.bytesDone() <= g.bytesPlanned());
        assertThat(rows)
                .allMatch(r ->
                        r.ended().isPresent() || !r.state().terminal() || r.started().isEmpty());
        assertThat(rows).allMatch(r -> r.doneBytes() >= 0 && r.doneBytes() <= r.totalBytes());
        if (totals.idle()) {
            assertThat(totals.bytesPerSecond()).isZero();
            assertThat(totals.timeLeft()).isEmpty();
        }
    }

    private static void checkDifferences(QueueSnapshot last, QueueSnapshot snapshot) {
        int[] changed = snapshot.changedSince(last);
        int before = last.transfers().size();
        for (int i = 0; i < snapshot.transfers().size(); i++) {
            boolean same = i < before && snapshot.transfers().get(i) == last.transfers().get(i);
            boolean told = Arrays.binarySearch(changed, i) >= 0;
            assertThat(told || same).isTrue();
            if (snapshot.sameRows(last)) {
                assertThat(told).isNotEqualTo(same);
            }
        }
    }

    /** The groups added up from the rows; only their speed is taken as told. */
    private static List<GroupSnapshot> groups(
            List<TransferSnapshot> rows, List<GroupSnapshot> told) {
        record Key(BatchId batch, String group) {}
        Map<Key, List<TransferSnapshot>> byGroup =
                rows.stream()
                        .filter(r -> !r.group().isEmpty())
                        .collect(Collectors.groupingBy(r -> new Key(r.batch(), r.group())));
        assertThat(told).extracting(g -> new Key(g.batch(), g.group())).doesNotHaveDuplicates();
        Map<Key, Double> speeds =
                told.stream()
                        .collect(
                                Collectors.toMap(
                                        g -> new Key(g.batch(), g.group()),
                                        GroupSnapshot::bytesPerSecond));
        List<GroupSnapshot> groups = new ArrayList<>();
        byGroup.forEach((key, in) -> {
            TransferCounts counts = counts(in);
            double speed = speeds.getOrDefault(key, 0.0);
            assertThat(speed).isGreaterThanOrEqualTo(0);
            if (counts.left() == 0) {
                assertThat(speed).isZero();
            }
            long moved =
                    sum(in, TransferState.DONE, true)
                            + sum(in, TransferState.RUNNING, true)
                            + sum(in, TransferState.PAUSED, true);
            long planned =
                    sum(in, TransferState.DONE, false)
                            + sum(in, TransferState.RUNNING, false)
                            + sum(in, TransferState.PAUSED, false)
                            + sum(in, TransferState.WAITING, false);
            long all = in.stream().mapToLong(TransferSnapshot::totalBytes).sum();
            groups.add(
                    new GroupSnapshot(
                            key.batch(),
                            key.group(),
                            Direction.UPLOAD,
                            counts,
                            all,
                            moved,
                            planned,
                            speed));
        });
        return groups;
    }

    private static TransferCounts counts(List<TransferSnapshot> rows) {
        return new TransferCounts(
                count(rows, TransferState.WAITING),
                count(rows, TransferState.RUNNING),
                count(rows, TransferState.PAUSED),
                count(rows, TransferState.DONE),
                count(rows, TransferState.SKIPPED),
                count(rows, TransferState.FAILED),
                count(rows, TransferState.CANCELLED),
                refused(rows));
    }

    private static int refused(List<TransferSnapshot> rows) {
        return (int)
                rows.stream()
                        .filter(r -> r.state() == TransferState.FAILED && !r.canRetry())
                        .count();
    }

    private static List<TransferId> ids(List<Transfer> transfers) {
        return transfers.stream().map(Transfer::id).toList();
    }

    private static int count(List<TransferSnapshot> rows, TransferState state) {
        return (int) rows.stream().filter(r -> r.state() == state).count();
    }

    private static long sum(List<TransferSnapshot> rows, TransferState state, boolean done) {
        return rows.stream()
                .filter(r -> r.state() == state)
                .mapToLong(r -> done ? r.doneBytes() : r.totalBytes())
                .sum();
    }
}
