package org.outturn.ui.main;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.outturn.catalog.ListingRow;
import org.outturn.catalog.OutputRow;
import org.outturn.jobs.JobFolder;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.ui.browser.Changes;
import org.outturn.ui.browser.Links;
import org.outturn.ui.browser.Rows;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.Notifier;
import org.outturn.ui.inspector.Restoring;
import org.outturn.ui.leftovers.Leftovers;
import org.outturn.ui.leftovers.LeftoversViewModel;
import org.outturn.ui.outputs.OutputActions;

/** Hands what is asked of outputs to the features that do it for files. */
public final class OutputWork implements OutputActions {
    private final Navigation navigation;
    private final Navigation.Models models;
    private final Links links;
    private final Changes changes;
    private final Leftovers leftovers;
    private final Restoring restoring;
    private final Notifier notifier;
    private final Messages messages;

    public OutputWork(
            Navigation navigation,
            Navigation.Models models,
            Links links,
            Changes changes,
            Leftovers leftovers,
            Restoring restoring,
            Navigation.Saying saying) {
        this.notifier = saying.notifier();
        this.messages = saying.messages();
        this.restoring = restoring;
        this.navigation = navigation;
        this.models = models;
        this.links = links;
        this.changes = changes;
        this.leftovers = leftovers;
    }

    @Override
    public void copyLinks(ObjectStore store, List<ListingRow> objects) {
        links.copyLinks(store, objects, Optional.empty());
    }

    @Override
    public void download(List<ListingRow> objects, Path folder) {
        models.transfers().download(Rows.selection(base(objects), objects), folder);
    }

    @Override
    public void delete(List<ListingRow> objects) {
        ObjectStore store = models.outputs().store();
        if (store != null) {
            changes.delete(store, base(objects), objects, navigation::delete);
        }
    }

    @Override
    public void restore(List<ListingRow> objects) {
        ObjectStore store = models.outputs().store();
        if (store != null) {
            restoring.restoreAll(store, objects);
        }
    }

    @Override
    public void tag(List<ListingRow> objects) {
        navigation.tag(objects.stream().map(ListingRow::address).toList(), List.of());
    }

    /** What is there already is left as it is by the plan, which compares. */
    @Override
    public void uploadMissing(OutputRow job, Path folder) {
        ListedFolder there = new ListedFolder(job.folder().orElseThrow());
        boolean same =
                JobFolder.named(folder).filter(f -> f.name().equals(there.name())).isPresent();
        Prefix bucket = models.places().bucketProperty().get();
        if (!same) {
            notifier.warning(
                    messages.text(
                            "outcome.missing.other",
                            String.valueOf(folder.getFileName()),
                            there.name()));
        } else if (bucket != null) {
            navigation.uploadAsking(List.of(folder), new Prefix(bucket.bucket(), there.above()));
        }
    }

    /** A prefix that ends in a slash, taken apart. */
    private record ListedFolder(String prefix) {
        private int cut() {
            return prefix.lastIndexOf('/', prefix.length() - 2) + 1;
        }

        String above() {
            return prefix.substring(0, cut());
        }

        String name() {
            return prefix.substring(cut(), prefix.length() - 1);
        }
    }

    @Override
    public void reveal(OutputRow row, String key) {
        navigation.reveal(row, key);
    }

    @Override
    public void explain(List<String> keys) {
        navigation.explainKeys(keys);
    }

    @Override
    public void leftovers() {
        ObjectStore store = models.outputs().store();
        Prefix bucket = models.places().bucketProperty().get();
        if (store != null && bucket != null) {
            leftovers.open(
                    new LeftoversViewModel.Subject(
                            store,
                            bucket,
                            models.places().layouts().recogniser(),
                            busyKeys(bucket.bucket())),
                    navigation::delete,
                    this::refresh);
        }
    }

    /** What transfers may still read, write or try again. */
    private Set<String> busyKeys(String bucket) {
        return models.transfers().transfers().stream()
                .filter(transfer ->
                        switch (transfer.state()) {
                            case WAITING, RUNNING, PAUSED, FAILED -> true;
                            case DONE, SKIPPED, CANCELLED -> false;
                        })
                .flatMap(transfer ->
                        Stream.concat(transfer.address().stream(), transfer.source().stream()))
                .filter(address -> address.bucket().equals(bucket))
                .map(ObjectAddress::key)
                .collect(Collectors.toSet());
    }

    @Override
    public void refresh() {
        models.places().refresh();
    }

    /** The folder that all of them lie below: what is above it need not be made again. */
    private static Prefix base(List<ListingRow> objects) {
        String common = objects.getFirst().key();
        for (ListingRow row : objects) {
            while (!row.key().startsWith(common)) {
                common = common.substring(0, common.length() - 1);
            }
        }
        String folder = common.substring(0, common.lastIndexOf('/') + 1);
        boolean own = objects.size() > 1 && folder.length() > 1;
        String above =
                own
                        ? folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1)
                        : folder;
        return new Prefix(objects.getFirst().bucket(), above);
    }
}
