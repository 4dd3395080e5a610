package org.outturn.ui.transfers;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.outturn.jobs.JobContents;
import org.outturn.jobs.JobPart;
import org.outturn.jobs.JobUploadChoices;
import org.outturn.storage.Prefix;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/** Where a job's files go, which parts of it, and two things that its guide recommends. */
final class JobPane extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Messages messages;
    private final Formats formats;
    private final Consumer<JobUploadChoices> changed;
    private final Consumer<Optional<Prefix>> moved;
    private final TextField place = new TextField();
    private JobUploadChoices choices = JobUploadChoices.DEFAULTS;
    private Optional<Prefix> target;

    /**
     * @param changed told of each change of what goes
     * @param moved told of another place; empty while what is typed is none
     */
    JobPane(
            JobContents contents,
            Prefix target,
            Messages messages,
            Formats formats,
            Consumer<JobUploadChoices> changed,
            Consumer<Optional<Prefix>> moved) {
        super(10);
        this.moved = moved;
        this.messages = messages;
        this.formats = formats;
        this.changed = changed;
        this.target = Optional.of(target);
        place.setText(target.s3Uri());
        getStyleClass().add("job-pane");
        var parts = new FlowPane(18, 8);
        for (JobPart part : JobPart.values()) {
            // what nobody expects and nobody has is not worth a word
            if (part.isUsual() || contents.of(part).files() > 0) {
                parts.getChildren().add(part(part, contents.of(part)));
            }
        }
        var more =
                new FlowPane(
                        18,
                        8,
                        check(
                                "job-compressed",
                                messages.text("job.compressed"),
                                on -> choices = choices.withCompressed(on)),
                        check(
                                "job-recorded",
                                messages.text("job.recorded"),
                                on -> choices = choices.withRecorded(on)));
        getChildren().addAll(place(), parts, more);
    }

    /** Shows where the files go now. */
    void target(Prefix other) {
        target = Optional.of(other);
        place.setText(other.s3Uri());
        place.pseudoClassStateChanged(DANGER, false);
    }

    /** Whether what is typed is a place. */
    boolean isPlaced() {
        return target.isPresent();
    }

    private Node place() {
        place.setId("job-place");
        HBox.setHgrow(place, Priority.ALWAYS);
        place.setOnAction(_ -> read());
        place.focusedProperty()
                .subscribe((_, focused) -> {
                    if (!focused) {
                        read();
                    }
                });
        var name = new Label(messages.text("job.place"));
        name.setLabelFor(place);
        name.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(10, name, place);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void read() {
        Optional<Prefix> typed = JobPlace.parse(place.getText());
        if (!typed.equals(target)) {
            target = typed;
            place.pseudoClassStateChanged(DANGER, typed.isEmpty());
            moved.accept(typed);
        }
    }

    private CheckBox part(JobPart part, JobContents.Sum sum) {
        String name = messages.text(part.messageKey());
        boolean there = sum.files() > 0;
        CheckBox box =
                check(
                        "job-part-" + part.name(),
                        there
                                ? messages.text(
                                        "job.part.sum",
                                        name,
                                        sum.files(),
                                        formats.size(sum.bytes()))
                                : messages.text("job.part.none", name),
                        on -> choices = choices.withPart(part, on));
        box.setSelected(there && part.isUsual());
        box.setDisable(!there);
        return box;
    }

    private CheckBox check(String id, String text, Consumer<Boolean> choose) {
        var box = new CheckBox(text);
        // names of files have underscores
        box.setMnemonicParsing(false);
        box.setId(id);
        box.setOnAction(_ -> {
            choose.accept(box.isSelected());
            changed.accept(choices);
        });
        return box;
    }
}
