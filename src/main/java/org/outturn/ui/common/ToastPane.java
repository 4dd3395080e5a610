package org.outturn.ui.common;

import atlantafx.base.controls.Notification;
import javafx.animation.PauseTransition;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.outturn.failure.Failure;

/**
 * Toasts at the lower end of the places, at most three, above the rest; clicks beside them go
 * through. They are no wider than the places, so that neither files nor transfers are covered.
 */
public final class ToastPane extends VBox implements Notifier {
    private static final Object LASTING = new Object();
    private static final int MOST = 3;
    private static final double NARROWEST = 170;
    private static final double WIDEST = 300;
    private static final double BESIDE = 20;

    /** How many times longer than other toasts those stay with which something can be done. */
    private static final int OFFER = 5;

    private final Messages messages;
    private final Dialogs dialogs;
    private final Duration stay;
    private final Notifier lasting = new Lasting();
    private boolean addsLasting;
    private final DoubleProperty room = new SimpleDoubleProperty(WIDEST);

    /**
     * @param stay how long a toast about something that worked stays
     */
    public ToastPane(Messages messages, Dialogs dialogs, Duration stay) {
        super(8);
        this.messages = messages;
        this.dialogs = dialogs;
        this.stay = stay;
        // there is least to be hidden: buttons of sheets are on the right, rows in the middle
        setAlignment(Pos.BOTTOM_LEFT);
        setPickOnBounds(false);
        setFillWidth(false);
        getStyleClass().add("toasts");
    }

    /** How wide the places are, in pixels; toasts keep within it as long as they can be read. */
    public DoubleProperty roomProperty() {
        return room;
    }

    private static double width(Number room) {
        return Math.clamp(room.doubleValue() - BESIDE, NARROWEST, WIDEST);
    }

    @Override
    public void success(String text) {
        passing(text, "success", MaterialDesignC.CHECK_CIRCLE_OUTLINE);
    }

    @Override
    public void offer(String text, String action, Runnable act) {
        Notification toast = toast(text, "accent", MaterialDesignI.INFORMATION_OUTLINE);
        var button = new Button(action);
        button.getStyleClass().add("small");
        button.setId("toast-action");
        button.setOnAction(_ -> {
            getChildren().remove(toast);
            act.run();
        });
        toast.setPrimaryActions(button);
        passing(toast, stay.multiply(OFFER));
    }

    @Override
    public void info(String text) {
        passing(text, "accent", MaterialDesignI.INFORMATION_OUTLINE);
    }

    @Override
    public void warning(String text) {
        passing(text, "warning", MaterialDesignA.ALERT_OUTLINE);
    }

    @Override
    public void failure(Failure failure) {
        FailureText text = FailureText.of(failure, messages);
        Notification toast =
                toast(
                        text.headline() + "\n" + text.body(),
                        "danger",
                        MaterialDesignA.ALERT_CIRCLE_OUTLINE);
        var details = new Button(messages.text("dialog.details"));
        details.getStyleClass().add("small");
        details.setOnAction(_ -> {
            getChildren().remove(toast);
            dialogs.showFailure(failure);
        });
        toast.setPrimaryActions(details);
        add(toast);
    }

    private void passing(String text, String style, Ikon icon) {
        passing(toast(text, style, icon), stay);
    }

    private void passing(Notification toast, Duration time) {
        add(toast);
        var pause = new PauseTransition(time);
        pause.setOnFinished(_ -> getChildren().remove(toast));
        // whoever reads it with the mouse on it is given the time
        toast.hoverProperty()
                .addListener((_, _, hover) -> {
                    if (hover) {
                        pause.pause();
                    } else {
                        pause.play();
                    }
                });
        pause.play();
    }

    private Notification toast(String text, String style, Ikon icon) {
        var toast = new Toast(text, new FontIcon(icon));
        toast.minWidthProperty().bind(toast.prefWidthProperty());
        toast.maxWidthProperty().bind(toast.prefWidthProperty());
        toast.prefWidthProperty().bind(room.map(ToastPane::width));
        toast.getStyleClass().addAll(style, "elevated-2");
        toast.setAccessibleText(text);
        toast.setOnClose(_ -> getChildren().remove(toast));
        return toast;
    }

    /**
     * Toasts that stay when a connection is left: those about connections, not about what they
     * show.
     */
    public Notifier lasting() {
        return lasting;
    }

    /** Takes away what was said of a connection that is left. */
    public void clear() {
        getChildren().removeIf(toast -> !toast.getProperties().containsKey(LASTING));
    }

    private void add(Notification toast) {
        if (addsLasting) {
            toast.getProperties().put(LASTING, true);
        }
        // the same once more is no news
        getChildren()
                .removeIf(shown -> toast.getAccessibleText().equals(shown.getAccessibleText()));
        while (getChildren().size() >= MOST) {
            getChildren().removeFirst();
        }
        getChildren().add(toast);
    }

    /** The same toasts, marked. */
    private final class Lasting implements Notifier {
        private void marked(Runnable say) {
            addsLasting = true;
            try {
                say.run();
            } finally {
                addsLasting = false;
            }
        }

        @Override
        public void success(String text) {
            marked(() -> ToastPane.this.success(text));
        }

        @Override
        public void offer(String text, String action, Runnable act) {
            marked(() -> ToastPane.this.offer(text, action, act));
        }

        @Override
        public void info(String text) {
            marked(() -> ToastPane.this.info(text));
        }

        @Override
        public void warning(String text) {
            marked(() -> ToastPane.this.warning(text));
        }

        @Override
        public void failure(Failure failure) {
            marked(() -> ToastPane.this.failure(failure));
        }
    }
}
