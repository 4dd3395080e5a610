package org.outturn.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outturn.testkit.Fx;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.SheetDialogs;
import org.outturn.ui.common.SheetPane;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The code of an MFA device, asked for in a window. */
class CodeDeskTest {
    private static final String DEVICE = "arn:aws:iam::111122223333:mfa/phone";

    private final Messages messages = new Messages(Locale.ENGLISH);
    private final FxRobot robot = new FxRobot();
    private SheetPane pane;
    private Stage stage;

    @BeforeEach
    void show() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        Fx.run(() -> {
            pane = new SheetPane();
            stage = new Stage();
            stage.setScene(new Scene(pane, 900, 560));
            stage.show();
        });
    }

    @AfterEach
    void hide() {
        Fx.run(stage::hide);
    }

    private CompletableFuture<Optional<String>> asked(Duration patience) {
        var desk =
                new CodeDesk(
                        new SheetDialogs(pane, messages), messages, Platform::runLater, patience);
        return CompletableFuture.supplyAsync(() -> desk.code("production", DEVICE));
    }

    private TextField field() {
        Fx.until("the sheet is shown", () -> stage.getScene().lookup("#sheet-field") != null);
        return (TextField) stage.getScene().lookup("#sheet-field");
    }

    private static String text(TextField field) {
        return Fx.get(() -> field.getText());
    }

    private boolean canGoOn() {
        return Fx.get(() -> !((Button) stage.getScene().lookup("#sheet-action")).isDisabled());
    }

    private Optional<String> answer(CompletableFuture<Optional<String>> asked) {
        await().atMost(Fx.PATIENCE).until(asked::isDone);
        Fx.until("the sheet is gone", () -> !pane.isShowing());
        return asked.join();
    }

    @Test
    void sixDigitsAreTheAnswer() {
        var asked = asked(Duration.ofMinutes(1));
        TextField field = field();
        assertThat(Fx.get(() -> ((Label) stage.getScene().lookup("#sheet-title")).getText()))
                .isEqualTo("Code for production");
        // a key that comes before the window is the one in front goes nowhere
        Fx.until("the field has the keyboard", () -> stage.isFocused() && field.isFocused());
        Fx.pulse(stage.getScene());
        assertThat(canGoOn()).isFalse();
        robot.write("12x34");
        assertThat(canGoOn()).isFalse();
        robot.write("567");
        assertThat(text(field)).isEqualTo("123456");
        robot.push(KeyCode.ENTER);
        assertThat(answer(asked)).contains("123456");
    }

    @Test
    void aPastedCodeMayHaveAGap() {
        var asked = asked(Duration.ofMinutes(1));
        TextField field = field();
        Fx.run(() -> field.replaceText(0, field.getLength(), "654 321"));
        assertThat(text(field)).isEqualTo("654321");
        Fx.run(() -> ((Button) stage.getScene().lookup("#sheet-action")).fire());
        assertThat(answer(asked)).contains("654321");
    }

    @Test
    void givingUpIsNoAnswer() {
        var asked = asked(Duration.ofMinutes(1));
        field();
        Fx.run(() -> ((Button) stage.getScene().lookup("#sheet-cancel")).fire());
        assertThat(answer(asked)).isEmpty();
        var again = asked(Duration.ofMinutes(1));
        Fx.until("the sheet has the keyboard", field()::isFocused);
        robot.push(KeyCode.ESCAPE);
        assertThat(answer(again)).isEmpty();
    }

    @Test
    void nobodyThereIsNoAnswer() {
        assertThat(answer(asked(Duration.ofMillis(300)))).isEmpty();
    }

    @Test
    void whoeverIsInterruptedTakesTheSheetAlong() throws Exception {
        var desk =
                new CodeDesk(
                        new SheetDialogs(pane, messages),
                        messages,
                        Platform::runLater,
                        Duration.ofMinutes(1));
        Thread asking = Thread.ofVirtual().start(() -> desk.code("production", DEVICE));
        field();
        asking.interrupt();
        assertThat(asking.join(Duration.ofSeconds(5))).isTrue();
        Fx.until("the sheet is gone", () -> !pane.isShowing());
    }
}
