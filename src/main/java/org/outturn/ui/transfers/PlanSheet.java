package org.outturn.ui.transfers;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
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
 * A plan, file by file, with two kinds of choice: what becomes of all names that are taken, and
 * what becomes of one file.
 *
 * @param <P> the plan
 * @param <C> the choice for all
 */
final class PlanSheet<P, C> extends VBox {

    /** What the sheet shows of a plan, and how plans come of one another. */
    interface Kind<P, C> {
        String title();

        String question();

        List<C> choices();

        String choice(C choice);

        P decide(P plan, C choice);

        String summary(P plan);

        String action(P plan);

        /** Whether the plan can be carried out as it is. */
        boolean isPossible(P plan);

        int size(P plan);

        /**
         * @param change takes the plan with another choice for this line
         */
        PlanLine line(P plan, int index, Consumer<P> change);
    }

    private final Kind<P, C> kind;
    private final Messages messages;
    private final Label summary = new Label();
    private final Button act = new Button();
    private final TableView<PlanLine> table = new TableView<>();
    private final ChoiceBox<C> choice = new ChoiceBox<>();
    private boolean waiting;
    private P plan;

    PlanSheet(
            P first,
            Kind<P, C> kind,
            C chosen,
            Messages messages,
            Runnable close,
            Consumer<P> agreed) {
        super(12);
        this.kind = kind;
        this.messages = messages;
        this.plan = first;
        getStyleClass().add("plan-sheet");
        var title = new Label(kind.title());
        title.getStyleClass().add("sheet-title");
        title.setId("sheet-title");
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        fillTable();
        summary.setId("plan-summary");
        summary.setWrapText(true);
        getChildren().addAll(title, question(chosen), table, summary, buttons(close, agreed));
        VBox.setVgrow(table, Priority.ALWAYS);
        plan(first);
        Platform.runLater(act::requestFocus);
    }

    /** Puts something between the table and the summary. */
    void add(Node more) {
        getChildren().add(getChildren().indexOf(summary), more);
    }

    /** Puts something under the title. */
    void addFirst(Node more) {
        getChildren().add(1, more);
    }

    P plan() {
        return plan;
    }

    /** Shows another plan. */
    void plan(P other) {
        boolean sameFiles = kind.size(other) == table.getItems().size();
        plan = other;
        waiting = false;
        if (sameFiles) {
            table.refresh();
        } else {
            table.setItems(FXCollections.observableList(new Lines()));
        }
        table.setDisable(false);
        choice.setDisable(false);
        summary.setText(kind.summary(plan));
        act.setText(kind.action(plan));
        act.setDisable(!kind.isPossible(plan));
    }

    /** Another plan is being made; until it is there this one cannot be carried out. */
    void waiting(String text) {
        waiting = true;
        summary.setText(text);
        act.setDisable(true);
        table.setDisable(true);
        choice.setDisable(true);
    }

    boolean isWaiting() {
        return waiting;
    }

    private HBox question(C chosen) {
        choice.setItems(FXCollections.observableArrayList(kind.choices()));
        choice.setId("plan-policy");
        choice.setConverter(new Named<>(kind::choice));
        choice.setValue(chosen);
        choice.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(choice, Priority.ALWAYS);
        choice.valueProperty().addListener((_, _, value) -> plan(kind.decide(plan, value)));
        var question = new Label(kind.question());
        question.setLabelFor(choice);
        question.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(10, question, choice);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
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
        table.setMinHeight(100);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setAccessibleText(messages.text("plan.table"));
        table.getColumns().add(column("plan.column.name", PlanLine::name, 300));
        TableColumn<PlanLine, String> size = column("plan.column.size", PlanLine::size, 86);
        size.getStyleClass().add("number-column");
        table.getColumns().add(size);
        TableColumn<PlanLine, String> action = column("plan.column.action", PlanLine::action, 118);
        action.setCellFactory(_ -> new PlanActionCell(messages));
        action.getStyleClass().add("plan-action");
        table.getColumns().add(action);
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

    /** Lines are made when they are looked at: a plan may have a hundred thousand. */
    private final class Lines extends AbstractList<PlanLine> {
        @Override
        public PlanLine get(int index) {
            return kind.line(plan, index, PlanSheet.this::plan);
        }

        @Override
        public int size() {
            return kind.size(plan);
        }
    }

    /** Values by their names; nothing can be typed. */
    static final class Named<T> extends StringConverter<T> {
        private final Function<T, String> name;

        Named(Function<T, String> name) {
            this.name = name;
        }

        @Override
        public String toString(@Nullable T value) {
            return value == null ? "" : name.apply(value);
        }

        @Override
        public @Nullable T fromString(String text) {
            return null;
        }
    }
}
