package org.outturn.ui.transfers;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.outturn.ui.common.Messages;

/**
 * A plan, file by file, with one choice: what becomes of names that are taken.
 *
 * @param <P> the plan
 * @param <C> the choice
 */
final class PlanSheet<P, C> extends VBox {

    /** What the sheet says. */
    record Words<P, C>(
            String title,
            String question,
            Function<C, String> choice,
            Function<P, String> summary,
            Function<P, String> action,
            Function<P, List<PlanLine>> lines) {}

    private final Words<P, C> words;
    private final Messages messages;
    private final Label summary = new Label();
    private final Button act = new Button();
    private final TableView<PlanLine> table = new TableView<>();
    private P plan;

    PlanSheet(
            P first,
            List<C> choices,
            Words<P, C> words,
            C chosen,
            BiFunction<P, C, P> decide,
            Predicate<P> possible,
            Messages messages,
            Runnable close,
            Consumer<P> agreed) {
        super(12);
        this.words = words;
        this.messages = messages;
        this.plan = first;
        getStyleClass().add("plan-sheet");
        var title = new Label(words.title());
        title.getStyleClass().add("sheet-title");
        title.setId("sheet-title");
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        var choice = new ChoiceBox<>(FXCollections.observableArrayList(choices));
        choice.setId("plan-policy");
        choice.setConverter(new ChoiceNames());
        choice.setValue(chosen);
        choice.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(choice, Priority.ALWAYS);
        choice.valueProperty()
                .subscribe(value -> {
                    plan = decide.apply(plan, value);
                    show(possible);
                });
        var question = new Label(words.question());
        question.setLabelFor(choice);
        question.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(10, question, choice);
        row.setAlignment(Pos.CENTER_LEFT);
        fillTable();
        summary.setId("plan-summary");
        summary.setWrapText(true);
        getChildren().addAll(title, row, table, summary, buttons(close, agreed));
        VBox.setVgrow(table, Priority.ALWAYS);
        Platform.runLater(act::requestFocus);
    }

    private HBox buttons(Runnable close, Consumer<P> agreed) {
        var cancel = new Button(messages.text("dialog.cancel"));
        cancel.setId("sheet-cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> close.run());
        act.setId("sheet-action");
        act.getStyleClass().add("accent");
        act.setDefaultButton(true);
        act.setOnAction(_ -> {
            close.run();
            agreed.accept(plan);
        });
        var buttons = new HBox(8, cancel, act);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private void fillTable() {
        table.setFixedCellSize(28);
        table.getStyleClass().add("dense");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setAccessibleText(messages.text("plan.table"));
        table.getColumns().add(column("plan.column.name", PlanLine::name, 300));
        TableColumn<PlanLine, String> size = column("plan.column.size", PlanLine::size, 86);
        size.getStyleClass().add("number-column");
        table.getColumns().add(size);
        table.getColumns().add(actionColumn());
        table.getColumns().add(column("plan.column.reason", PlanLine::reason, 230));
    }

    private TableColumn<PlanLine, String> column(
            String key, Function<PlanLine, String> text, double width) {
        var column = new TableColumn<PlanLine, String>(messages.text(key));
        column.setCellValueFactory(data -> new ReadOnlyStringWrapper(text.apply(data.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private TableColumn<PlanLine, String> actionColumn() {
        TableColumn<PlanLine, String> column = column("plan.column.action", PlanLine::action, 118);
        column.setCellFactory(_ ->
                new TableCell<>() {
                    @Override
                    protected void updateItem(@Nullable String text, boolean empty) {
                        super.updateItem(text, empty);
                        setText(empty ? null : text);
                        PlanLine line = empty ? null : getTableRow().getItem();
                        for (String kind : List.of("CREATE", "REPLACE", "SKIP", "REFUSE")) {
                            pseudoClassStateChanged(
                                    PseudoClass.getPseudoClass(kind.toLowerCase(Locale.ROOT)),
                                    line != null && line.kind().equals(kind));
                        }
                    }
                });
        column.getStyleClass().add("plan-action");
        return column;
    }

    private void show(Predicate<P> possible) {
        table.setItems(FXCollections.observableList(words.lines().apply(plan)));
        summary.setText(words.summary().apply(plan));
        act.setText(words.action().apply(plan));
        act.setDisable(!possible.test(plan));
    }

    private final class ChoiceNames extends StringConverter<C> {
        @Override
        public String toString(@Nullable C value) {
            return value == null ? "" : words.choice().apply(value);
        }

        @Override
        public @Nullable C fromString(String text) {
            return null;
        }
    }
}
