package org.outturn.ui.transfers;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.outturn.transfer.TransferSnapshot;
import org.outturn.transfer.TransferState;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/** The cells of the transfers' table. */
final class TransferCells {
    private TransferCells() {}

    private abstract static class Cell extends TableCell<TransferSnapshot, TransferSnapshot> {
        @Override
        protected final void updateItem(@Nullable TransferSnapshot transfer, boolean empty) {
            super.updateItem(transfer, empty);
            if (empty || transfer == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
            } else {
                show(transfer);
            }
        }

        abstract void show(TransferSnapshot transfer);
    }

    /** Direction and name. */
    static final class Name extends Cell {
        private final TransferTexts texts;
        private final FontIcon icon = new FontIcon();
        private final Tooltip tip = new Tooltip();

        Name(TransferTexts texts) {
            this.texts = texts;
        }

        @Override
        void show(TransferSnapshot transfer) {
            icon.setIconCode(DirectionIcons.of(transfer.direction()));
            setGraphic(icon);
            setText(texts.name(transfer));
            tip.setText(texts.way(transfer));
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
        void show(TransferSnapshot transfer) {
            setText(transfer.totalBytes() < 0 ? "" : formats.size(transfer.totalBytes()));
        }
    }

    /** A bar while it runs; icon and words when it has ended. */
    static final class State extends Cell {
        private final TransferTexts texts;
        private final ProgressBar bar = new ProgressBar();
        private final FontIcon icon = new FontIcon();
        private final Label words = new Label();
        private final HBox line = new HBox(8);
        private final Tooltip tip = new Tooltip();

        State(TransferTexts texts) {
            this.texts = texts;
            bar.setPrefWidth(130);
            bar.setMinWidth(60);
            line.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        void show(TransferSnapshot transfer) {
            boolean running = transfer.state() == TransferState.RUNNING;
            if (running) {
                long total = transfer.totalBytes();
                bar.setProgress(total <= 0 ? 0 : (double) transfer.doneBytes() / total);
                line.getChildren().setAll(bar, words);
                // the bar gives way before the speed does
                words.setMinWidth(Region.USE_PREF_SIZE);
            } else {
                icon.setIconCode(symbol(transfer.state()));
                icon.getStyleClass()
                        .setAll(
                                "ikonli-font-icon",
                                "state-" + transfer.state().name().toLowerCase(Locale.ROOT));
                line.getChildren().setAll(icon, words);
                words.setMinWidth(0);
            }
            words.setText(texts.state(transfer));
            setGraphic(line);
            setAccessibleText(words.getText());
            String failure = texts.failure(transfer);
            tip.setText(failure);
            setTooltip(failure.isEmpty() ? null : tip);
        }

        private static Ikon symbol(TransferState state) {
            return switch (state) {
                case WAITING -> MaterialDesignC.CLOCK_OUTLINE;
                case RUNNING -> MaterialDesignP.PROGRESS_CLOCK;
                case PAUSED -> MaterialDesignP.PAUSE_CIRCLE_OUTLINE;
                case DONE -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
                case SKIPPED -> MaterialDesignM.MINUS_CIRCLE_OUTLINE;
                case FAILED -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
                case CANCELLED -> MaterialDesignC.CANCEL;
            };
        }
    }

    /** Cancel while it can be cancelled, try again when that may help. */
    static final class Action extends Cell {
        private final Messages messages;
        private final Consumer<TransferSnapshot> cancel;
        private final Consumer<TransferSnapshot> retry;
        private final Button button = new Button();
        private final FontIcon icon = new FontIcon();

        Action(
                Messages messages,
                Consumer<TransferSnapshot> cancel,
                Consumer<TransferSnapshot> retry) {
            this.messages = messages;
            this.cancel = cancel;
            this.retry = retry;
            button.setGraphic(icon);
            button.getStyleClass().addAll("button-icon", "flat", "small");
            setAlignment(Pos.CENTER);
        }

        @Override
        void show(TransferSnapshot transfer) {
            boolean running = !transfer.state().terminal();
            if (!running && !transfer.canRetry()) {
                setGraphic(null);
                return;
            }
            icon.setIconCode(running ? MaterialDesignC.CLOSE : MaterialDesignR.REPLAY);
            String text = messages.text(running ? "transfers.cancel" : "transfers.retry");
            button.setAccessibleText(text);
            button.setTooltip(new Tooltip(text));
            button.setOnAction(_ -> (running ? cancel : retry).accept(transfer));
            setGraphic(button);
        }
    }
}
