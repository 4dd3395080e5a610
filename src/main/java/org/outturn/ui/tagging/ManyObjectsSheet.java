package org.outturn.ui.tagging;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.tagging.TagComplaint;
import org.outturn.tagging.TagEdit;
import org.outturn.tagging.TagForm;
import org.outturn.tagging.TagTemplate;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.TaskRunner;

/** What is to become of the tags of several objects, which are counted first. */
final class ManyObjectsSheet extends TagSheet {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final Duration LOOK = Duration.millis(200);

    private final TaskRunner tasks;
    private final Function<AtomicLong, TaskRunner.Work<TagSubjects>> search;
    private final TagForm form;
    private final TagRows rows;
    private final TextField removal = new TextField();
    private final Label removalComplaint = new Label();
    private final ChoiceBox<Boolean> others = new ChoiceBox<>();
    private final Label note = muted("");
    private final Label more = new Label();
    private final BiConsumer<List<ObjectAddress>, TagEdit> agreed;

    /** Nothing until it was looked for. */
    private TagSubjects subjects = new TagSubjects(List.of(), false, 0);

    /**
     * @param search finds the objects, and keeps the number up to date meanwhile
     * @param about what was selected, in words
     * @param close closes the sheet
     * @param agreed gets the objects and what is to be done to them
     */
    ManyObjectsSheet(
            TaskRunner tasks,
            Function<AtomicLong, TaskRunner.Work<TagSubjects>> search,
            TagForm form,
            List<TagTemplate> templates,
            String about,
            Messages messages,
            Runnable close,
            BiConsumer<List<ObjectAddress>, TagEdit> agreed) {
        super(messages, close);
        this.tasks = tasks;
        this.search = search;
        this.form = form;
        this.agreed = agreed;
        this.rows = new TagRows(false, templates, messages, this::judge);
        say(messages.text("tags.title.several"), about, messages.text("tags.action.one"));
        waitWith(messages.text("tags.counting", 0));
        fillRemoval();
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        more.getStyleClass().add("warning-text");
        more.setWrapText(true);
    }

    private void fillRemoval() {
        removal.setId("tags-remove");
        removal.setPromptText(messages.text("tags.remove.prompt"));
        removal.textProperty().subscribe((_, _) -> judge());
        HBox.setHgrow(removal, Priority.ALWAYS);
        removalComplaint.setId("tags-remove-complaint");
        removalComplaint.getStyleClass().add("complaint");
        removalComplaint.setWrapText(true);
        removalComplaint.managedProperty().bind(removalComplaint.textProperty().isNotEmpty());
        others.setId("tags-others");
        others.setItems(FXCollections.observableArrayList(false, true));
        others.setConverter(new Words(messages));
        others.setValue(false);
        others.valueProperty()
                .subscribe((_, all) -> {
                    removal.setDisable(all);
                    judge();
                });
    }

    @Override
    Cancellation load() {
        var found = new AtomicLong();
        var looks =
                new Timeline(
                        new KeyFrame(
                                LOOK, _ -> waitWith(messages.text("tags.counting", found.get()))));
        looks.setCycleCount(Animation.INDEFINITE);
        looks.play();
        Cancellation work =
                tasks.run(
                        "find objects to tag",
                        search.apply(found),
                        objects -> {
                            looks.stop();
                            show(objects);
                        },
                        failure -> {
                            looks.stop();
                            failed(failure);
                        });
        work.onCancel(looks::stop);
        return work;
    }

    @Override
    void agree(TagEdit wanted) {
        agreed.accept(subjects.objects(), wanted);
    }

    private void show(TagSubjects found) {
        int count = found.objects().size();
        subjects = found;
        title(messages.text("tags.title.many", count));
        action(messages.text("tags.action.many", count));
        if (count == 0) {
            ready(muted(messages.text("tags.none")));
            return;
        }
        more.setText(found.more() ? messages.text("tags.more", count) : "");
        more.setManaged(found.more());
        ready(more, section("tags.set", new VBox(8, rows, note)), removalGrid());
        rows.fill(List.of());
        rows.focus();
    }

    private Node section(String title, Node content) {
        var heading = new Label(messages.text(title));
        heading.getStyleClass().add("text-bold");
        return new VBox(6, heading, content);
    }

    private Node removalGrid() {
        var label = new Label(messages.text("tags.others"));
        label.setLabelFor(others);
        label.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(8, label, others);
        line.setAlignment(Pos.CENTER_LEFT);
        return section("tags.remove", new VBox(6, removal, removalComplaint, line));
    }

    private void judge() {
        List<String> keys =
                Arrays.stream(removal.getText().split(","))
                        .map(String::strip)
                        .filter(key -> !key.isEmpty())
                        .toList();
        TagForm.Judgement now = form.judge(rows.tags(), keys, others.getValue());
        rows.show(now.tags());
        List<TagComplaint> wrong = now.removal();
        removal.pseudoClassStateChanged(DANGER, !wrong.isEmpty());
        removalComplaint.setText(
                wrong.isEmpty()
                        ? ""
                        : messages.text(
                                wrong.getFirst().problem().messageKey(),
                                wrong.getFirst().subject()));
        boolean asksDay = now.edit().map(TagEdit::needsDay).orElse(false);
        int leftOut = asksDay ? subjects.withoutDay() : 0;
        note.setText(asksDay ? note(leftOut) : "");
        int count = subjects.objects().size() - leftOut;
        action(messages.text("tags.action.many", count));
        edit(now.edit().filter(_ -> count > 0));
    }

    /** What days in the values stand for. */
    private String note(int leftOut) {
        return leftOut == 0
                ? messages.text("tags.days")
                : messages.text("tags.days.unknown", leftOut);
    }

    /** What becomes of the tags that nothing is said about. */
    private static final class Words extends StringConverter<Boolean> {
        private final Messages messages;

        Words(Messages messages) {
            this.messages = messages;
        }

        @Override
        public String toString(@Nullable Boolean removed) {
            return messages.text(
                    Boolean.TRUE.equals(removed) ? "tags.others.remove" : "tags.others.keep");
        }

        @Override
        public Boolean fromString(String text) {
            return false;
        }
    }
}
