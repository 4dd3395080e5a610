package org.outturn.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.storage.Cancellation;
import org.outturn.storage.FolderStore;
import org.outturn.storage.Prefix;
import org.outturn.transfer.BatchListener;
import org.outturn.transfer.GroupSnapshot;
import org.outturn.transfer.QueueSnapshot;
import org.outturn.transfer.TransferOptions;
import org.outturn.transfer.TransferQueue;
import org.outturn.transfer.TransferScope;
import org.outturn.transfer.TransferSnapshot;
import org.outturn.upload.OverwritePolicy;
import org.outturn.upload.UploadPlanner;

/**
 * Whatever happens to a queue, the lines are those that a plain walk over the snapshot finds, and a
 * change tells of everything that is different.
 */
class PanelViewTest {
    private static final List<String> TEXTS = List.of("", "", "f1", "deep");

    @TempDir private Path home;
    private FolderStore store;
    private TransferQueue queue;
    private int drops;

    @BeforeEach
    void open() throws IOException {
        store = new FolderStore(Files.createDirectories(home.resolve("stored")));
        queue = new TransferQueue(store, TransferOptions.DEFAULTS);
    }

    @AfterEach
    void close() {
        queue.close();
        store.close();
    }

    @RepeatedTest(5)
    void linesFollowTheQueue(RepetitionInfo round) throws IOException {
        var random = new Random(round.getCurrentRepetition());
        RowFilter filter = RowFilter.NONE;
        Folding folding = Folding.ALL_FOLDED;
        PanelView before = PanelView.EMPTY;
        for (int step = 0; step < 60; step++) {
            switch (random.nextInt(8)) {
                case 0, 1 -> drop(random);
                case 2 -> act(before, random);
                case 3 -> queue.clearFinished();
                case 4 -> {
                    filter = filter(random);
                    folding = folding.withAnotherFilter();
                }
                default -> folding = toggled(before, folding, filter, random);
            }
            QueueSnapshot snapshot = queue.snapshot();
            PanelView after = before.next(snapshot, filter, folding);
            assertThat(List.copyOf(after)).isEqualTo(plain(snapshot, filter, folding));
            check(PanelChange.between(before, after));
            before = after;
        }
    }

    private void drop(Random random) throws IOException {
        Path place = Files.createDirectories(home.resolve("drop " + drops++));
        List<Path> dropped = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            dropped.add(Files.writeString(place.resolve("f" + i), "file"));
        }
        for (String name : List.of("job", "other").subList(0, random.nextInt(3))) {
            Path folder = Files.createDirectories(place.resolve(name).resolve("deep"));
            for (int i = 0; i < 1 + random.nextInt(30); i++) {
                Files.writeString(folder.resolve("g" + i), "in a folder");
            }
            dropped.add(folder.getParent());
        }
        var plan =
                new UploadPlanner(store)
                        .plan(
                                dropped,
                                new Prefix("outputs", "to/"),
                                OverwritePolicy.REPLACE_ALL,
                                Cancellation.never(),
                                (_, _) -> {});
        queue.submit(plan, BatchListener.NONE);
        if (random.nextBoolean()) {
            queue.pause(TransferScope.all());
        }
    }

    private void act(PanelView view, Random random) {
        if (view.isEmpty()) {
            return;
        }
        TransferScope scope = view.get(random.nextInt(view.size())).scope();
        switch (random.nextInt(4)) {
            case 0 -> queue.cancel(scope);
            case 1 -> queue.pause(scope);
            case 2 -> queue.resume(scope);
            default -> queue.retry(scope);
        }
    }

    private static RowFilter filter(Random random) {
        StateFilter[] states = StateFilter.values();
        return RowFilter.of(
                TEXTS.get(random.nextInt(TEXTS.size())), states[random.nextInt(states.length)]);
    }

    private static Folding toggled(
            PanelView view, Folding folding, RowFilter filter, Random random) {
        List<PanelRow.Folder> folders =
                view.stream()
                        .filter(PanelRow.Folder.class::isInstance)
                        .map(PanelRow.Folder.class::cast)
                        .toList();
        if (folders.isEmpty()) {
            return folding;
        }
        PanelRow.Folder folder = folders.get(random.nextInt(folders.size()));
        return folding.with(folder.key(), filter, !folder.unfolded());
    }

    /** The same, as simple as can be. */
    private static List<PanelRow> plain(QueueSnapshot now, RowFilter filter, Folding folding) {
        List<PanelRow> lines = new ArrayList<>();
        List<TransferSnapshot> shown = now.transfers().stream().filter(filter::shows).toList();
        List<PanelRow.Folder.Key> had = new ArrayList<>();
        for (TransferSnapshot transfer : shown) {
            if (transfer.group().isEmpty()) {
                lines.add(new PanelRow.File(transfer, false));
                continue;
            }
            var key = new PanelRow.Folder.Key(transfer.batch(), transfer.group());
            if (had.contains(key)) {
                continue;
            }
            had.add(key);
            GroupSnapshot group =
                    now.groups().stream()
                            .filter(g -> PanelRow.Folder.keyOf(g).equals(key))
                            .findFirst()
                            .orElseThrow();
            boolean unfolded = folding.shows(key, filter);
            lines.add(new PanelRow.Folder(group, unfolded));
            if (unfolded) {
                shown.stream()
                        .filter(t -> t.batch().equals(key.batch()))
                        .filter(t -> t.group().equals(key.group()))
                        .forEach(t -> lines.add(new PanelRow.File(t, true)));
            }
        }
        return lines;
    }

    /** Plays a change on a copy, as a table does. */
    private static void check(PanelChange change) {
        List<PanelRow> rows = new ArrayList<>(change.before());
        List<PanelRow> gone = rows.subList(change.from(), change.beforeTo());
        gone.clear();
        rows.addAll(change.from(), change.after().subList(change.from(), change.afterTo()));
        for (int index : change.updated()) {
            assertThat(rows.set(index, change.after().get(index)))
                    .isNotEqualTo(change.after().get(index));
        }
        assertThat(rows).isEqualTo(List.copyOf(change.after()));
        for (int index = 0; index < rows.size(); index++) {
            assertThat(change.after().indexOf(rows.get(index))).isEqualTo(index);
        }
    }
}
