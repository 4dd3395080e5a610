package org.outturn.ui.check;

import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.outturn.failure.ServerCertificate;
import org.outturn.failure.ServerCertificate.Distrust;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/** Shows a certificate that is not trusted, and lets the operator trust this one alone. */
final class TrustSheet extends VBox {
    private final Messages messages;

    /**
     * @param server the host that showed it
     * @param trust called when the operator trusts it
     * @param close closes the sheet
     */
    TrustSheet(
            ServerCertificate shown,
            String server,
            Messages messages,
            Formats formats,
            Runnable trust,
            Runnable close) {
        super(14);
        this.messages = messages;
        getStyleClass().addAll("sheet-small", "trust-sheet");
        boolean changed = shown.distrust().contains(Distrust.CHANGED);
        var title =
                new Label(messages.text(changed ? "trust.title.changed" : "trust.title", server));
        title.setId("sheet-title");
        title.getStyleClass().add("sheet-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        String why =
                shown.distrust().stream()
                        .map(reason -> messages.text(reason.messageKey()))
                        .collect(Collectors.joining(" "));
        getChildren()
                .addAll(
                        title,
                        text(why),
                        facts(shown, formats),
                        text(messages.text(changed ? "trust.advice.changed" : "trust.advice")),
                        buttons(trust, close));
    }

    private GridPane facts(ServerCertificate shown, Formats formats) {
        var grid = new GridPane(12, 6);
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(0);
        grid.getColumnConstraints().addAll(names, values);
        add(grid, "trust.subject", value(shown.subject()));
        add(grid, "trust.issuer", value(shown.issuer()));
        add(grid, "trust.hosts", value(String.join(", ", shown.hosts())));
        add(grid, "trust.from", value(formats.time(shown.validFrom())));
        add(grid, "trust.to", value(formats.time(shown.validTo())));
        // to be copied and compared, so a field and no label
        var fingerprint = new TextArea(twoLines(shown.fingerprint()));
        fingerprint.setId("trust-fingerprint");
        fingerprint.setEditable(false);
        fingerprint.setWrapText(true);
        fingerprint.setPrefRowCount(2);
        fingerprint.setAccessibleText(messages.text("trust.fingerprint"));
        add(grid, "trust.fingerprint", fingerprint);
        return grid;
    }

    private void add(GridPane grid, String key, Node value) {
        var name = new Label(messages.text(key));
        name.getStyleClass().add("text-muted");
        GridPane.setValignment(name, VPos.TOP);
        grid.addRow(grid.getRowCount(), name, value);
    }

    /** Broken between two digits it could not be compared. */
    private static String twoLines(String fingerprint) {
        int half = (fingerprint.length() + 1) / 2;
        return fingerprint.substring(0, half) + "\n" + fingerprint.substring(half);
    }

    private static Label value(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label text(String words) {
        Label label = value(words);
        label.getStyleClass().add("sheet-text");
        return label;
    }

    private HBox buttons(Runnable trust, Runnable close) {
        var cancel = new Button(messages.text("dialog.cancel"));
        cancel.setId("sheet-cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> close.run());
        var act = new Button(messages.text("trust.action"));
        act.setId("sheet-action");
        act.getStyleClass().add("danger");
        act.setOnAction(_ -> {
            close.run();
            trust.run();
        });
        var row = new HBox(8, cancel, act);
        row.setAlignment(Pos.CENTER_RIGHT);
        // whoever presses Enter at once has compared nothing
        Platform.runLater(cancel::requestFocus);
        return row;
    }
}
