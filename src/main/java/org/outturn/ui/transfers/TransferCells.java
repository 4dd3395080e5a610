package org.outturn.ui.transfers;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.outturn.transfer.Direction;
import org.outturn.transfer.TransferState;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.PartsLabel;

/** The cells of the transfers' table. */
final class TransferCells {
    private TransferCells() {}

    private abstract static class Cell extends TableCell<PanelRow, PanelRow> {
        @Override
        protected final void updateItem(@Nullable PanelRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
            } else {
                show(row);
            }
        }

        abstract void show(PanelRow row);

        /** Touches nothing that stays: a button must not go away while it is being pressed. */
        final void set(HBox box, Node... nodes) {
            if (!box.getChildren().equals(List.of(nodes))) {
                box.getChildren().setAll(nodes);
            }
        }
    }

    /** What folds a folder, direction and name. */
    static final class Name extends Cell {
        private static final PseudoClass IN_FOLDER = PseudoClass.getPseudoClass("in-folder");

        private final TransferTexts texts;
        private final Messages messages;
        private final Consumer<PanelRow.Folder> fold;
        private final FontIcon arrow = new FontIcon();
        private final Button folding = new Button("", arrow);
        private final Region indent = new Region();
        private final FontIcon icon = new FontIcon();
        private final HBox head = new HBox(4);
        private final Tooltip tip = new Tooltip();

        /**
         * @param fold folds a folder, or unfolds it
         */
        Name(TransferTexts texts, Messages messages, Consumer<PanelRow.Folder> fold) {
            this.texts = texts;
            this.messages = messages;
            this.fold = fold;
            folding.getStyleClass().addAll("button-icon", "flat", "small", "fold");
            folding.setFocusTraversable(false);
            indent.getStyleClass().add("fold-indent");
            head.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        void show(PanelRow row) {
            icon.setIconCode(RowIcon.of(row));
            if (row instanceof PanelRow.Folder folder) {
                arrow.setIconCode(
                        folder.unfolded()
                                ? MaterialDesignC.CHEVRON_DOWN
                                : MaterialDesignC.CHEVRON_RIGHT);
                folding.setAccessibleText(
                        messages.text(folder.unfolded() ? "transfers.fold" : "transfers.unfold"));
                folding.setOnAction(_ -> fold.accept(folder));
                set(head, folding, icon);
            } else {
                set(head, indent, icon);
            }
            pseudoClassStateChanged(
                    IN_FOLDER, row instanceof PanelRow.File file && file.inFolder());
            setGraphic(head);
            setText(texts.name(row));
            tip.setText(texts.way(row));
            setTooltip(tip);
        }
    }

    /** Size. */
    static final class Size extends Cell {
        private final Formats formats;

        Size(Formats formats) {
            this.formats = formats;
            setAlignment(Pos.CENTER_RIGHT);
        }

        @Override
        void show(PanelRow row) {
            boolean none = row.size() < 0 || row.direction() == Direction.TAG;
            setText(none ? "" : formats.size(row.size()));
        }
    }

    /** A bar while it moves; an icon when it does not; and words. */
    static final class State extends Cell {
        private final TransferTexts texts;
        private final ProgressBar bar = new ProgressBar();
        private final FontIcon icon = new FontIcon();
        private final PartsLabel words = new PartsLabel();
        private final HBox line = new HBox(8);
        private final Tooltip tip = new Tooltip();

        State(TransferTexts texts) {
            this.texts = texts;
            bar.getStyleClass().add("row-bar");
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMaxWidth(Double.MAX_VALUE);
            line.setAlignment(Pos.CENTER_LEFT);
            line.prefWidthProperty()
                    .bind(
                            widthProperty()
                                    .map(width ->
                                            width.doubleValue()
                                                    - snappedLeftInset()
                                                    - snappedRightInset()));
        }

        @Override
        void show(PanelRow row) {
            TransferState state = RowState.of(row);
            boolean moves = RowState.hasBar(row);
            if (moves) {
                bar.setProgress(RowState.progress(row));
                bar.pseudoClassStateChanged(
                        PseudoClass.getPseudoClass("failed"), row.counts().failed() > 0);
            } else {
                icon.setIconCode(RowIcon.of(state));
                icon.getStyleClass()
                        .setAll(
                                "ikonli-font-icon",
                                "state-" + state.name().toLowerCase(Locale.ROOT));
            }
            set(line, moves ? bar : icon, words);
            // beside a bar the words say how far it is: the bar gives way
            words.setMinWidth(moves ? Region.USE_COMPUTED_SIZE : 0);
            words.setParts(texts.state(row));
            setGraphic(line);
            setAccessibleText(words.whole());
            String failure = texts.failure(row);
            tip.setText(failure);
            setTooltip(failure.isEmpty() ? null : tip);
        }
    }

    /** What can be done now; each thing has its place, so that nothing jumps under the mouse. */
    static final class Actions extends Cell {
        private final Map<RowCommand, Button> buttons = new EnumMap<>(RowCommand.class);
        private final List<Region> rooms = List.of(new Region(), new Region(), new Region());
        private final HBox line = new HBox();

        Actions(Messages messages, BiConsumer<RowCommand, PanelRow> act) {
            for (RowCommand command : RowCommand.values()) {
                var button = new Button("", new FontIcon(RowIcon.of(command)));
                button.getStyleClass()
                        .addAll(
                                "button-icon",
                                "flat",
                                "small",
                                "do-" + command.name().toLowerCase(Locale.ROOT));
                button.setFocusTraversable(false);
                String text = messages.text(command.messageKey());
                button.setAccessibleText(text);
                button.setTooltip(new Tooltip(text));
                button.setOnAction(_ -> {
                    PanelRow row = getItem();
                    if (row != null) {
                        act.accept(command, row);
                    }
                });
                buttons.put(command, button);
            }
            rooms.forEach(room -> room.getStyleClass().add("action-room"));
            line.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        void show(PanelRow row) {
            set(
                    line,
                    place(0, row, RowCommand.FIRST),
                    place(1, row, RowCommand.PAUSE, RowCommand.RESUME, RowCommand.RETRY),
                    place(2, row, RowCommand.CANCEL));
            setGraphic(line);
        }

        /** The first of these that would do something; else room for it. */
        private Node place(int number, PanelRow row, RowCommand... commands) {
            for (RowCommand command : commands) {
                Button button = buttons.get(command);
                if (button != null && command.helps(row.counts())) {
                    return button;
                }
            }
            return rooms.get(number);
        }
    }
}
