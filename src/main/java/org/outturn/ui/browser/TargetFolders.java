package org.outturn.ui.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.ui.common.FailureText;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.TaskRunner;

/**
 * The folders that can complete a target that is being typed. Lists a level once, and again only
 * when another one is typed. Used on the JavaFX thread.
 */
final class TargetFolders {
    private static final int MOST = 1_000;
    private static final int MOST_PAGES = 10;

    private final TaskRunner tasks;
    private final ObjectStore store;
    private final Supplier<List<String>> buckets;
    private final Messages messages;
    private final ObservableList<Prefix> shown = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private @Nullable Prefix listed;
    private List<Prefix> there = List.of();
    private String rest = "";
    private Cancellation listing = new Cancellation();

    /**
     * @param buckets the names of the buckets that are known
     */
    TargetFolders(
            TaskRunner tasks,
            ObjectStore store,
            Supplier<List<String>> buckets,
            Messages messages) {
        this.tasks = tasks;
        this.store = store;
        this.buckets = buckets;
        this.messages = messages;
    }

    /** Says what has been typed by now. */
    void typed(TargetText text) {
        rest = text.rest();
        Optional<Prefix> parent = text.parent();
        if (parent.isEmpty()) {
            stop();
            listed = null;
            there = buckets.get().stream().map(Prefix::root).toList();
            show("");
        } else if (parent.get().equals(listed)) {
            show(note.get());
        } else {
            list(parent.get());
        }
    }

    /** Lists nothing any more. */
    void stop() {
        listing.cancel();
    }

    private void list(Prefix place) {
        stop();
        listed = place;
        there = List.of();
        show(messages.text("browser.target.listing"));
        listing =
                tasks.run(
                        "list target folders",
                        cancellation -> folders(place, cancellation),
                        found -> {
                            there = found;
                            show("");
                        },
                        failure -> show(FailureText.of(failure, messages).why()));
    }

    private void show(String why) {
        String wanted = rest.toLowerCase(Locale.ROOT);
        List<Prefix> fit =
                there.stream()
                        .filter(place -> name(place).toLowerCase(Locale.ROOT).startsWith(wanted))
                        .toList();
        shown.setAll(fit);
        note.set(why.isEmpty() && fit.isEmpty() ? messages.text("browser.target.none") : why);
    }

    /** What a place is called in the list. */
    static String name(Prefix place) {
        return place.isRoot() ? place.bucket() : place.name();
    }

    /** The first thousand: a level of a million keys is not read to its end to complete a name. */
    private List<Prefix> folders(Prefix place, Cancellation cancellation) {
        var enough = new Cancellation();
        cancellation.onCancel(enough::cancel);
        List<Prefix> found = new ArrayList<>();
        int[] pages = new int[1];
        try {
            store.list(
                    place,
                    "/",
                    "",
                    enough,
                    page -> {
                        page.prefixes().forEach(p -> found.add(new Prefix(place.bucket(), p)));
                        if (!page.last() && (found.size() >= MOST || ++pages[0] >= MOST_PAGES)) {
                            enough.cancel();
                        }
                    });
        } catch (CancellationException e) {
            cancellation.check();
        }
        return found;
    }

    /** The folders that fit what was typed. */
    ObservableList<Prefix> shown() {
        return shown;
    }

    /** Why there are none; empty when there are. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }
}
