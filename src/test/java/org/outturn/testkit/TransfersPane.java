package org.outturn.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.ObjectAddress;
import org.outturn.transfer.TransferSnapshot;
import org.outturn.transfer.TransferState;
import org.outturn.ui.common.PartsLabel;

/** The panel at the bottom. */
public final class TransfersPane {
    private final ProgramWindow window;

    TransfersPane(ProgramWindow window) {
        this.window = window;
    }

    /** All transfers, whether or not they have a line of their own. */
    public List<TransferSnapshot> rows() {
        return Fx.get(() -> window.models().transfers().transfers());
    }

    /** The names of the objects in a state. */
    public List<String> names(TransferState state) {
        return rows().stream()
                .filter(row -> row.state() == state)
                .map(row -> row.address().map(ObjectAddress::name).orElse(""))
                .toList();
    }

    /** What the table says about the state of a file. */
    public String stateText(String name) {
        var found = new AtomicReference<>("");
        Fx.until(
                name + " is in the table",
                () -> {
                    cells(name).ifPresent(found::set);
                    return !found.get().isEmpty();
                });
        return found.get();
    }

    /** State is the third column; its words are what a screen reader has, too. */
    private Optional<String> cells(String name) {
        for (Node row : tableRows()) {
            List<Node> cells = List.copyOf(row.lookupAll(".table-cell"));
            if (cells.size() > 2 && name.equals(((TableCell<?, ?>) cells.getFirst()).getText())) {
                return Optional.ofNullable(cells.get(2).getAccessibleText());
            }
        }
        return Optional.empty();
    }

    /** The lines as they are now, not as they were at the last pulse; on the JavaFX thread. */
    private Set<Node> tableRows() {
        Parent table = window.part(Parent.class, ".transfer-table");
        table.layout();
        return table.lookupAll(".table-row-cell");
    }

    /** All of it, also where the window is too narrow to show it. */
    public String summary() {
        return Fx.get(() -> window.part(PartsLabel.class, ".transfers #summary").whole());
    }

    /** Whether a plan is being made; on the JavaFX thread. */
    public boolean isPlanning() {
        return window.models().transfers().planningProperty().get() != null;
    }

    /** Waits until there are so many transfers and all have ended. */
    public TransfersPane ended(int count) {
        Fx.until(
                count + " transfers have ended",
                () ->
                        window.isShown(".transfer-table")
                                && rows().size() == count
                                && rows().stream().allMatch(row -> row.state().terminal()));
        return this;
    }

    /** Takes everything off the table; what still runs has to end first. */
    public TransfersPane clear() {
        Fx.until(
                "no transfers are left",
                () -> {
                    if (window.isShown("#clear")) {
                        window.part(Button.class, "#clear").fire();
                    }
                    return rows().isEmpty();
                });
        return this;
    }

    /** Shows or hides the panel. */
    public TransfersPane shown(boolean on) {
        Fx.run(() -> window.models().transfers().shownProperty().set(on));
        return this;
    }

    /** The names on the lines in sight, from top to bottom. */
    public List<String> lines() {
        return Fx.get(() ->
                tableRows().stream()
                        .map(node -> (TableRow<?>) node)
                        .filter(row -> !row.isEmpty())
                        .sorted(Comparator.comparingInt(TableRow::getIndex))
                        .map(row -> ((TableCell<?, ?>) row.lookup(".table-cell")).getText())
                        .toList());
    }

    /** Waits until these are the names on the lines. */
    public TransfersPane showsLines(String... names) {
        Fx.untilThat(this::lines, now -> assertThat(now).containsExactly(names));
        return this;
    }

    /** A button or another part of the line with a name. */
    public Node inLine(String name, String selector) {
        var found = new AtomicReference<@Nullable Node>();
        Fx.until(
                selector + " on the line of " + name,
                () -> {
                    line(name)
                            .map(row -> row.lookup(selector))
                            .filter(Fx::isShown)
                            .ifPresent(found::set);
                    return found.get() != null;
                });
        return Objects.requireNonNull(found.get());
    }

    private Optional<Node> line(String name) {
        return tableRows().stream()
                .filter(row ->
                        row.lookup(".table-cell") instanceof TableCell<?, ?> cell
                                && name.equals(cell.getText()))
                .findFirst();
    }

    /** Chooses the line with a name, and gives the table the keyboard. */
    public TransfersPane select(String name) {
        Fx.until(name + " has a line", () -> lines().contains(name));
        Fx.run(() -> {
            TableView<?> table = window.part(TableView.class, ".transfer-table");
            table.requestFocus();
            line(name)
                    .map(row -> ((TableRow<?>) row).getIndex())
                    .ifPresent(index -> table.getSelectionModel().clearAndSelect(index));
        });
        return this;
    }

    /** Waits until the line of a name says so. */
    public TransfersPane says(String name, String state) {
        Fx.untilThat(() -> cells(name).orElse(""), now -> assertThat(now).isEqualTo(state));
        return this;
    }

    /** Waits until the line of a name begins to say so. */
    public TransfersPane beginsToSay(String name, String state) {
        Fx.untilThat(() -> cells(name).orElse(""), now -> assertThat(now).startsWith(state));
        return this;
    }

    /** What a line's menu offers. */
    public List<String> menu(String name) {
        select(name);
        Node line = inLine(name, ".table-cell");
        window.robot().rightClickOn(line);
        var menu = new AtomicReference<List<String>>(List.of());
        Fx.until(
                "a menu",
                () -> {
                    Window.getWindows().stream()
                            .filter(ContextMenu.class::isInstance)
                            .map(ContextMenu.class::cast)
                            .findFirst()
                            .ifPresent(open -> menu.set(texts(open)));
                    return !menu.get().isEmpty();
                });
        window.press(KeyCode.ESCAPE);
        return menu.get();
    }

    private static List<String> texts(ContextMenu menu) {
        return menu.getItems().stream().map(MenuItem::getText).filter(Objects::nonNull).toList();
    }
}
