package org.outturn.tour;

import static org.outturn.tour.Actor.act;
import static org.outturn.tour.Actor.onScreen;
import static org.outturn.tour.Actor.until;

import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.outturn.catalog.ListingRow;
import org.outturn.preview.Preview;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.ui.browser.ListingState;
import org.outturn.ui.common.Loadable;

/** What the scenes of the tour share: where one is, what is in the table, going somewhere. */
abstract class SceneTools {
    final Theatre theatre;
    final Actor actor;

    SceneTools(Theatre theatre) {
        this.theatre = theatre;
        this.actor = theatre.actor;
    }

    final void untilReads(String text) throws Exception {
        actor.untilReads(text);
    }

    final String bucket() {
        return theatre.wiring.models().main().bucketProperty().get();
    }

    final Prefix location() {
        return theatre.wiring.models().browser().locationProperty().get();
    }

    final List<ListingRow> rows() {
        return theatre.wiring.models().browser().rows();
    }

    final ListingRow selected() {
        List<ListingRow> rows = theatre.wiring.models().browser().selectionProperty().get();
        return rows.isEmpty() ? null : rows.getFirst();
    }

    final Preview preview() {
        return theatre.wiring.models().inspector().previewProperty().get()
                        instanceof Loadable.Ready<Preview>(Preview found)
                ? found
                : null;
    }

    final String status() throws Exception {
        return actor.text(t -> t.contains("listing") || t.endsWith(" match"));
    }

    final void untilListed() throws Exception {
        until(
                "a complete listing",
                () -> {
                    ListingState state = theatre.wiring.models().browser().stateProperty().get();
                    return state != null && !state.running() && !rows().isEmpty();
                });
    }

    final void sortBy(String title) throws Exception {
        TableView<ListingRow> table = table();
        act(() ->
                table.getSortOrder()
                        .setAll(
                                table.getColumns().stream()
                                        .filter(c -> c.getText().equals(title))
                                        .toList()));
    }

    @SuppressWarnings("unchecked")
    final TableView<ListingRow> table() throws Exception {
        TableView<ListingRow> found = actor.node("table", TableView.class);
        return found;
    }

    final ListingRow row(Predicate<ListingRow> wish) throws Exception {
        until("a row", () -> rows().stream().anyMatch(wish));
        return onScreen(() -> rows().stream().filter(wish).findFirst().orElseThrow());
    }

    final void open(ListingRow row) throws Exception {
        String shown =
                row.name().endsWith("/")
                        ? row.name().substring(0, row.name().length() - 1)
                        : row.name();
        actor.clickText(shown, 2);
        until("inside " + row.name(), () -> location().equals(row.prefix()));
        untilListed();
    }

    final void select(Predicate<ListingRow> wish) throws Exception {
        row(wish);
        TableView<ListingRow> table = table();
        act(() -> {
            table.getSelectionModel().clearSelection();
            for (int i = 0; i < rows().size(); i++) {
                if (wish.test(rows().get(i))) {
                    table.getSelectionModel().select(i);
                }
            }
        });
    }

    final void goTo(ObjectAddress address) throws Exception {
        type("search", address.s3Uri());
        actor.keys(KeyCode.ENTER);
        until(
                address.s3Uri(),
                () ->
                        selected() != null
                                && selected().key().equals(address.key())
                                && bucket().equals(address.bucket()));
        act(table()::requestFocus);
    }

    final void type(String id, String text) throws Exception {
        TextInputControl field = actor.node(id, TextInputControl.class);
        act(() -> {
            field.requestFocus();
            field.setText(text);
        });
    }

    /** The first object of a bucket whose key holds the one and ends in the other. */
    final ObjectAddress find(String bucket, String part, String end) {
        ObjectStore store = theatre.wiring.models().main().openProperty().get().store();
        var found = new String[1];
        store.list(
                Prefix.root(bucket),
                "",
                "",
                Cancellation.never(),
                page ->
                        page.objects().stream()
                                .filter(o ->
                                        o.key().contains(part)
                                                && o.key().endsWith(end)
                                                && o.size() > 0
                                                && found[0] == null)
                                .forEach(o -> found[0] = o.key()));
        if (found[0] == null) {
            throw new AssertionError("no " + end + " in " + bucket);
        }
        return new ObjectAddress(bucket, found[0]);
    }
}
