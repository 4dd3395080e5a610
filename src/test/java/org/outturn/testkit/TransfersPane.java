package org.outturn.testkit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import org.outturn.storage.ObjectAddress;
import org.outturn.transfer.TransferSnapshot;
import org.outturn.transfer.TransferState;

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
        for (Node row : window.part(Node.class, ".transfer-table").lookupAll(".table-row-cell")) {
            List<Node> cells = List.copyOf(row.lookupAll(".table-cell"));
            if (cells.size() > 2 && name.equals(((TableCell<?, ?>) cells.getFirst()).getText())) {
                return Optional.ofNullable(cells.get(2).getAccessibleText());
            }
        }
        return Optional.empty();
    }

    public String summary() {
        return Fx.get(() -> window.part(Label.class, ".transfers #summary").getText());
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

    /** Takes what has ended off the table. */
    public void clear() {
        Fx.run(() -> {
            if (window.isShown("#clear")) {
                window.part(Button.class, "#clear").fire();
            }
        });
        Fx.until("no transfers are left", () -> window.models().transfers().transfers().isEmpty());
    }
}
