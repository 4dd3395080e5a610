package org.outturn.ui.signin;

import java.time.Duration;
import java.time.Instant;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.outturn.connection.Connection;
import org.outturn.connection.sso.SsoStatus;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/**
 * How long the sign-in of a connection still lasts, for the top bar; offers to renew it in the last
 * quarter of an hour. Takes no room for connections that need no sign-in.
 */
public final class TimeLeft extends HBox {
    private static final javafx.util.Duration TICK = javafx.util.Duration.seconds(5);

    /** Between two quiet attempts: as the AWS CLI has it. */
    private static final Duration ATTEMPTS = Duration.ofMinutes(1);

    private final SignInDesk desk;
    private final Messages messages;
    private final Formats formats;
    private final MenuButton left = new MenuButton();
    private final Button renew = new Button();
    private final MenuItem renewItem;
    private final MenuItem outItem;
    private final Tooltip tooltip = new Tooltip();
    private Subscription watching = Subscription.EMPTY;
    private @Nullable Connection connection;
    private SignInStates.@Nullable State state;
    private Instant tried = Instant.MIN;
    private Instant triedOf = Instant.MIN;
    private Instant warnedOf = Instant.MIN;

    /**
     * @param connection the one that is shown; may be {@code null}
     */
    public TimeLeft(SignInDesk desk, ObservableValue<? extends @Nullable Connection> connection) {
        super(6);
        this.desk = desk;
        messages = desk.messages();
        formats = desk.formats();
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        left.setId("sign-in-left");
        left.getStyleClass().addAll("flat", "sign-in-left");
        left.setGraphic(new FontIcon(MaterialDesignA.ACCOUNT_CLOCK_OUTLINE));
        left.setTooltip(tooltip);
        left.setMinWidth(USE_PREF_SIZE);
        left.setAccessibleText(messages.text("signIn.left.over"));
        renew.setText(messages.text("signIn.left.renew"));
        renew.setId("sign-in-renew");
        renew.getStyleClass().add("accent");
        renew.setMinWidth(USE_PREF_SIZE);
        renewItem = item("signIn.left.renew", this::renew);
        outItem = item("signOut.item", this::signOut);
        left.getItems().setAll(renewItem, item("signIn.left.again", this::signInAgain), outItem);
        renew.setOnAction(_ -> renew());
        getChildren().setAll(left, renew);
        connection.subscribe(this::watch);
        var clock = new Timeline(new KeyFrame(TICK, _ -> show()));
        clock.setCycleCount(Animation.INDEFINITE);
        sceneProperty()
                .subscribe(scene -> {
                    if (scene == null) {
                        clock.stop();
                    } else {
                        clock.play();
                    }
                });
    }

    private MenuItem item(String key, Runnable action) {
        var item = new MenuItem(messages.text(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void watch(@Nullable Connection now) {
        watching.unsubscribe();
        connection = now;
        state = null;
        watching =
                now == null
                        ? Subscription.EMPTY
                        : desk.states()
                                .of(now)
                                .subscribe(found -> {
                                    state = found;
                                    show();
                                });
        show();
    }

    private void show() {
        SignInStates.State now = state;
        setVisible(now != null);
        setManaged(now != null);
        if (now == null) {
            return;
        }
        SsoStatus status = now.status();
        Instant time = desk.clock().instant();
        Duration rest = status.left(time);
        boolean ended = rest.isZero();
        boolean soon = status.endsSoon(time);
        left.setText(desk.words(now));
        tooltip.setText(
                ended
                        ? messages.text("signIn.left.over")
                        : messages.text("signIn.left.until", formats.until(status.until(), time)));
        left.setAccessibleText(left.getText() + ". " + tooltip.getText());
        renew.setText(messages.text(ended ? "signIn.left.signIn" : "signIn.left.renew"));
        renew.setVisible(soon);
        renew.setManaged(soon);
        renewItem.setVisible(status.quiet());
        // an expired sign-in that can be renewed is still one
        outItem.setVisible(!ended || status.quiet());
        if (soon) {
            seeToIt(now, time, ended);
        }
    }

    private void seeToIt(SignInStates.State now, Instant time, boolean ended) {
        if (now.status().quiet()) {
            // another sign-in has not been tried yet, however lately the one before was
            boolean another = !now.status().until().equals(triedOf);
            if (another || tried.isBefore(time.minus(ATTEMPTS))) {
                tried = time;
                triedOf = now.status().until();
                desk.renewQuietly(now);
            }
        } else if (!ended && !now.status().until().equals(warnedOf)) {
            warnedOf = now.status().until();
            desk.notifier()
                    .offer(
                            messages.text(
                                    "signIn.left.soon",
                                    formats.duration(SignInDesk.rounded(now.status().left(time)))),
                            messages.text("signIn.left.renew"),
                            this::renew);
        }
    }

    private void renew() {
        SignInStates.State now = state;
        Connection of = connection;
        if (now != null && of != null) {
            desk.renew(now, of);
        }
    }

    private void signOut() {
        SignInStates.State now = state;
        if (now != null) {
            desk.signOut(now);
        }
    }

    private void signInAgain() {
        Connection of = connection;
        if (of != null) {
            desk.signInAgain(of);
        }
    }
}
