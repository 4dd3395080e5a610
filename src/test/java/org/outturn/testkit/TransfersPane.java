package org.outturn.testkit;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.outturn.storage.ObjectAddress;
import org.outturn.transfer.TransferSnapshot;
import org.outturn.transfer.TransferState;

/** The panel at the bottom. */
public final class TransfersPane {
    private final ProgramWindow window;

    TransfersPane(ProgramWindow window) {
        this.window = window;
    }

    /** The transfers in their table. */
    public List<TransferSnapshot> rows() {
        TableView<?> table = window.part(TableView.class, ".transfer-table");
        return Fx.get(() -> table.getItems().stream().map(TransferSnapshot.class::cast).toList());
    }

    /** The names of the objects in a state. */
    public List<String> names(TransferState state) {
        return rows().stream()
                .filter(row -> row.state() == state)
                .map(row -> row.address().map(ObjectAddress::name).orElse(""))
                .toList();
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
                window.part(javafx.scene.control.Button.class, "#clear").fire();
            }
        });
        Fx.until("no transfers are left", () -> window.models().transfers().rows().isEmpty());
    }
}
