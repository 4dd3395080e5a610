package org.outturn.testkit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.assertj.core.api.Assertions;
import org.outturn.catalog.ListingRow;
import org.outturn.storage.Prefix;

/** Path, actions, table and status line. */
public final class BrowserPane {
    private final ProgramWindow window;

    BrowserPane(ProgramWindow window) {
        this.window = window;
    }

    /** The table itself; look at it on the JavaFX thread. */
    public TableView<?> table() {
        return window.part(TableView.class, ".object-table");
    }

    /** The keys of the rows in the order shown; prefixes for folders. */
    public List<String> keys() {
        return Fx.get(() -> rows().map(ListingRow::key).toList());
    }

    /** The key of the first row; empty when there is none. */
    public String firstKey() {
        return Fx.get(() -> rows().map(ListingRow::key).findFirst().orElse(""));
    }

    private Stream<ListingRow> rows() {
        return table().getItems().stream().map(ListingRow.class::cast);
    }

    /** Waits until a place is open and listed completely. */
    public BrowserPane at(Prefix place) {
        Fx.until(
                place.s3Uri() + " is listed",
                () ->
                        place.equals(window.models().browser().locationProperty().get())
                                && status().contains("complete listing"));
        return this;
    }

    public BrowserPane at(String bucket, String prefix) {
        return at(new Prefix(bucket, prefix));
    }

    public Optional<Prefix> place() {
        return Fx.get(
                () -> Optional.ofNullable(window.models().browser().locationProperty().get()));
    }

    public String status() {
        return Fx.get(() -> window.part(Label.class, ".status-bar #status").getText());
    }

    public String selectionStatus() {
        return Fx.get(() -> window.part(Label.class, ".status-bar #selectionStatus").getText());
    }

    /** What stands in an empty table. */
    public String placeholder() {
        return Fx.get(() -> window.part(Label.class, ".table-placeholder").getText());
    }

    /** The row of a key, scrolled to. */
    public TableRow<?> row(String key) {
        Fx.until("a row of " + key, () -> keys().contains(key));
        // until the next layout the rows on the screen are those of before
        Fx.pulse(window.scene());
        if (Fx.get(() -> find(key).isEmpty())) {
            Fx.run(() -> table().scrollTo(keys().indexOf(key)));
            Fx.pulse(window.scene());
        }
        Fx.until("the row of " + key + " is laid out", () -> find(key).isPresent());
        return Fx.get(() -> find(key).orElseThrow());
    }

    private Optional<TableRow<?>> find(String key) {
        double bottom = table().localToScene(table().getLayoutBounds()).getMaxY();
        for (Node node : table().lookupAll(".table-row-cell")) {
            if (node instanceof TableRow<?> row
                    && row.isVisible()
                    && row.getItem() instanceof ListingRow item
                    && item.key().equals(key)
                    && row.localToScene(row.getLayoutBounds()).getMaxY() <= bottom) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** The texts of a row's cells, left to right. */
    public List<String> cells(String key) {
        TableRow<?> row = row(key);
        return Fx.get(() ->
                row.lookupAll(".table-cell").stream()
                        .map(node -> ((TableCell<?, ?>) node).getText())
                        .map(text -> text == null ? "" : text)
                        .toList());
    }

    /** Clicks a row and waits until it is what is selected. */
    public BrowserPane select(String key) {
        window.click(nameCell(key));
        Fx.until(key + " is selected", () -> selected().equals(List.of(key)));
        return this;
    }

    public void doubleClick(String key) {
        window.doubleClick(nameCell(key));
    }

    private Node nameCell(String key) {
        TableRow<?> row = row(key);
        return Fx.get(() -> row.lookup(".table-cell"));
    }

    /** The keys of the selected rows. */
    public List<String> selected() {
        return Fx.get(() ->
                window.models().browser().selectionProperty().get().stream()
                        .map(ListingRow::key)
                        .toList());
    }

    /** Selects everything that is shown, with the keyboard. */
    public void selectAll() {
        Fx.run(() -> table().requestFocus());
        window.press(KeyCode.CONTROL, KeyCode.A);
        int rows = Fx.get(() -> table().getItems().size());
        Fx.until("all are selected", () -> selected().size() == rows);
    }

    public void focusTable() {
        Fx.run(() -> table().requestFocus());
    }

    /**
     * Clicks the header of a column. Not with the robot: the headless toolkit marks each of its
     * clicks as one that opens a menu, and headers do not sort on those.
     */
    public void clickHeader(String text) {
        Fx.run(() -> {
            Node header = header(text);
            header.fireEvent(mouse(header, MouseEvent.MOUSE_PRESSED));
            header.fireEvent(mouse(header, MouseEvent.MOUSE_RELEASED));
        });
    }

    private Node header(String text) {
        return table().lookupAll(".column-header").stream()
                .filter(node ->
                        node.lookup(".label") instanceof Label label
                                && text.equals(label.getText()))
                .findFirst()
                .orElseThrow();
    }

    private static MouseEvent mouse(Node node, EventType<MouseEvent> type) {
        Point2D at = node.localToScreen(node.getLayoutBounds().getCenterX(), 5);
        boolean down = type == MouseEvent.MOUSE_PRESSED;
        return new MouseEvent(
                type,
                node.getLayoutBounds().getCenterX(),
                5,
                at.getX(),
                at.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                down,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    /** The path as shown, level by level. */
    public List<String> crumbs() {
        return Fx.get(() ->
                window.part(HBox.class, "#crumbs").getChildren().stream()
                        .map(node -> ((Labeled) node).getText())
                        .filter(text -> !text.contains("/"))
                        .toList());
    }

    public void clickCrumb(String text) {
        Node crumb =
                Fx.get(() ->
                        window.part(HBox.class, "#crumbs").getChildren().stream()
                                .filter(node ->
                                        node instanceof Hyperlink link
                                                && link.getText().equals(text))
                                .findFirst()
                                .orElseThrow());
        window.click(crumb);
    }

    /** Waits until the table shows these keys and no others, in this order. */
    public void shows(String... keys) {
        Fx.untilThat(this::keys, shown -> Assertions.assertThat(shown).containsExactly(keys));
    }

    /** Does what the menu beside the upload button offers, by the item's id. */
    public void uploadMenu(String id) {
        var button = window.part(SplitMenuButton.class, "#upload");
        Fx.until("uploads are possible", () -> !button.isDisabled());
        Fx.run(() ->
                button.getItems().stream()
                        .filter(item -> id.equals(item.getId()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
    }

    /** Does what the menu of the selected rows offers, by its words. */
    public void rowMenu(String text) {
        Fx.until(text + " is possible", () -> offers(text));
        Fx.run(() -> item(text).fire());
    }

    /** Whether the menu of the selected rows offers something now. */
    public boolean offers(String text) {
        return Fx.get(() -> !item(text).isDisable());
    }

    private MenuItem item(String text) {
        return table().getContextMenu().getItems().stream()
                .filter(item -> text.equals(item.getText()))
                .findFirst()
                .orElseThrow();
    }
}
