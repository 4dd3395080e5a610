package org.outturn.ui.browser;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.outturn.catalog.ListingRow;
import org.outturn.rearrange.PlanRequest;
import org.outturn.rearrange.RearrangeSelection;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.ui.common.Dialogs;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.TaskRunner;

/** Asks where rows are to go, or what they are to be called. Used on the JavaFX thread. */
public final class Rearranging {
    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final Messages messages;
    private final Supplier<List<String>> buckets;

    /**
     * @param buckets the names of the buckets that are known
     */
    public Rearranging(
            TaskRunner tasks, Dialogs dialogs, Messages messages, Supplier<List<String>> buckets) {
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.messages = messages;
        this.buckets = buckets;
    }

    /**
     * Asks for another name of one row.
     *
     * @param wanted gets the key, or prefix, that comes of it
     */
    void rename(Prefix place, ListingRow row, BiConsumer<String, PlanRequest> wanted) {
        String name = new Prefix(row.bucket(), row.key()).name();
        var question =
                new Dialogs.Question(
                        messages.text("browser.rename.title", RowNames.shown(row, messages)),
                        messages.text(
                                row.isFolder()
                                        ? "browser.rename.label.folder"
                                        : "browser.rename.label"),
                        name,
                        messages.text("browser.rename.action"),
                        text -> complaint(row, name, text));
        RearrangeSelection one = Rows.rearrangement(place, List.of(row));
        dialogs.ask(
                question,
                text -> {
                    if (!text.equals(name)) {
                        wanted.accept(renamed(row, text), PlanRequest.rename(one, text));
                    }
                });
    }

    private static String renamed(ListingRow row, String name) {
        String parent = new Prefix(row.bucket(), row.key()).parent().value();
        return parent + name + (row.isFolder() ? "/" : "");
    }

    private String complaint(ListingRow row, String old, String name) {
        if (name.contains("/")) {
            return messages.text("browser.rename.slash");
        }
        int grows = bytes(name) - bytes(old);
        return bytes(row.key()) + grows > ObjectAddress.MAX_KEY_BYTES
                ? messages.text("browser.newFolder.long")
                : "";
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Asks where rows are to be moved. */
    void move(
            ObjectStore store, Prefix place, List<ListingRow> rows, Consumer<PlanRequest> wanted) {
        RearrangeSelection selection = Rows.rearrangement(place, rows);
        String here = messages.text("browser.target.same");
        ask(
                store,
                place,
                words("browser.move.title", "browser.move.action", rows),
                target -> target.equals(place) ? here : inItself(selection, target),
                target -> wanted.accept(PlanRequest.move(selection, target)));
    }

    /** Asks where rows are to be copied. */
    void copy(
            ObjectStore store, Prefix place, List<ListingRow> rows, Consumer<PlanRequest> wanted) {
        RearrangeSelection selection = Rows.rearrangement(place, rows);
        ask(
                store,
                place,
                words("browser.copy.title", "browser.copy.action", rows),
                target -> inItself(selection, target),
                target -> wanted.accept(PlanRequest.copy(selection, target)));
    }

    private TargetSheet.Words words(String title, String action, List<ListingRow> rows) {
        String what =
                rows.size() == 1
                        ? RowNames.shown(rows.getFirst(), messages)
                        : messages.text("browser.delete.several", rows.size());
        return new TargetSheet.Words(messages.text(title, what), messages.text(action));
    }

    private String inItself(RearrangeSelection selection, Prefix target) {
        boolean inside =
                selection.prefixes().stream()
                        .anyMatch(folder ->
                                folder.bucket().equals(target.bucket())
                                        && target.value().startsWith(folder.value()));
        return inside ? messages.text("browser.target.inside") : "";
    }

    private void ask(
            ObjectStore store,
            Prefix place,
            TargetSheet.Words words,
            Function<Prefix, String> wrong,
            Consumer<Prefix> chosen) {
        dialogs.show(close ->
                new TargetSheet(
                        words,
                        place,
                        new TargetFolders(tasks, store, buckets, messages),
                        wrong,
                        messages,
                        close,
                        chosen));
    }
}
