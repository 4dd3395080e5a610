package org.outturn.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.outturn.lifecycle.ArchiveKind;
import org.outturn.storage.RestoreTier;
import org.outturn.ui.common.Messages;

/** Asks for how many days and how fast an archived object is to be restored. */
final class RestoreSheet extends VBox {
    private static final int MOST_DAYS = 365;
    private static final String USUAL_DAYS = "7";

    private final Messages messages;
    private final ArchiveKind kind;
    private final TextField days = new TextField(USUAL_DAYS);
    private final Label complaint = new Label();
    private final ToggleGroup speeds = new ToggleGroup();
    private final Button act = new Button();

    /**
     * @param name what the object is called
     * @param storageClass which archive it is in
     * @param asksSpeed whether it has to be fetched; not when the copy is there
     * @param close closes the sheet
     * @param chosen gets the days, 0 when it comes back for good, and the speed
     */
    RestoreSheet(
            String name,
            String storageClass,
            ArchiveKind kind,
            boolean asksSpeed,
            Messages messages,
            Runnable close,
            BiConsumer<Integer, ArchiveKind.Speed> chosen) {
        super(12);
        this.messages = messages;
        this.kind = kind;
        getStyleClass().add("sheet-small");
        var title =
                new Label(
                        messages.text(
                                asksSpeed
                                        ? "inspector.restore.title"
                                        : "inspector.restore.longerTitle",
                                name));
        title.setId("sheet-title");
        title.getStyleClass().add("sheet-title");
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        getChildren().add(title);
        if (asksSpeed) {
            getChildren().add(explanation(storageClass));
        }
        if (!kind.comesBackForGood()) {
            getChildren().add(days());
        }
        VBox speed = speeds();
        if (asksSpeed) {
            getChildren().add(speed);
        }
        act.setText(
                messages.text(
                        asksSpeed ? "inspector.restore.action" : "inspector.restore.longerAction"));
        getChildren().add(buttons(close));
        act.setOnAction(_ -> {
            close.run();
            chosen.accept(number().orElse(0), (ArchiveKind.Speed) selected().getUserData());
        });
        Platform.runLater(kind.comesBackForGood() ? act::requestFocus : days::requestFocus);
    }

    private Label explanation(String storageClass) {
        var text =
                new Label(
                        messages.text(
                                kind.comesBackForGood()
                                        ? "inspector.restore.forGood"
                                        : "inspector.restore.text",
                                storageClass));
        text.setWrapText(true);
        text.getStyleClass().add("sheet-text");
        return text;
    }

    private VBox days() {
        var label = new Label(messages.text("inspector.restore.days"));
        label.setLabelFor(days);
        days.setId("sheet-field");
        days.setMaxWidth(110);
        complaint.setId("sheet-complaint");
        complaint.getStyleClass().add("complaint");
        complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
        days.textProperty()
                .subscribe(_ -> {
                    boolean bad = number().isEmpty();
                    complaint.setText(bad ? messages.text("inspector.restore.badDays") : "");
                    act.setDisable(bad);
                });
        return new VBox(6, label, days, complaint);
    }

    private VBox speeds() {
        var label = new Label(messages.text("inspector.restore.speed"));
        var buttons = new ArrayList<RadioButton>();
        for (ArchiveKind.Speed speed : kind.speeds()) {
            var button = new RadioButton(words(speed));
            button.setId("restore-" + speed.tier());
            button.setUserData(speed);
            button.setToggleGroup(speeds);
            // what S3 takes when nobody says
            button.setSelected(speed.tier() == RestoreTier.STANDARD);
            buttons.add(button);
        }
        var box = new VBox(8, label);
        box.getChildren().addAll(List.copyOf(buttons));
        return box;
    }

    private String words(ArchiveKind.Speed speed) {
        String time = RestoreTexts.time(speed, messages);
        return switch (speed.tier()) {
            case EXPEDITED -> messages.text("inspector.restore.expedited", time);
            case STANDARD -> messages.text("inspector.restore.standard", time);
            case BULK -> messages.text("inspector.restore.bulk", time);
        };
    }

    private HBox buttons(Runnable close) {
        var cancel = new Button(messages.text("dialog.cancel"));
        cancel.setId("sheet-cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> close.run());
        act.setId("sheet-action");
        act.getStyleClass().add("accent");
        act.setDefaultButton(true);
        var buttons = new HBox(8, cancel, act);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private Toggle selected() {
        return speeds.getSelectedToggle();
    }

    /** The days that are typed; empty when that is no number that will do. */
    private OptionalInt number() {
        String text = days.getText().strip();
        if (kind.comesBackForGood() || !text.matches("[0-9]{1,3}")) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(text);
        return number < 1 || number > MOST_DAYS ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
