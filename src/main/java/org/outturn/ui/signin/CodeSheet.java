package org.outturn.ui.signin;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.outturn.ui.common.Messages;

/** Asks for the six digits that an MFA device shows. */
final class CodeSheet extends VBox {
    private static final Pattern TYPED = Pattern.compile("\\d{0,6}");
    private static final Pattern WHOLE = Pattern.compile("\\d{6}");

    private final CompletableFuture<Optional<String>> answer;
    private final Runnable close;
    private final TextField code = new TextField();

    /**
     * @param answer completed on the JavaFX thread; completing it from elsewhere closes the sheet
     */
    CodeSheet(
            Messages messages,
            String profile,
            String device,
            CompletableFuture<Optional<String>> answer,
            Runnable close) {
        super(14);
        this.answer = answer;
        this.close = close;
        getStyleClass().addAll("sheet-small", "code-sheet");
        code.setId("sheet-field");
        code.setPrefColumnCount(7);
        code.setMaxWidth(USE_PREF_SIZE);
        code.getStyleClass().add("code-field");
        // codes are pasted with a gap in the middle
        code.setTextFormatter(
                new TextFormatter<>(change -> {
                    change.setText(change.getText().replaceAll("[\\s-]", ""));
                    return TYPED.matcher(change.getControlNewText()).matches() ? change : null;
                }));
        var label = new Label(messages.text("signIn.mfa.label"));
        label.setLabelFor(code);
        Button act =
                SheetParts.button(
                        "sheet-action", messages.text("signIn.mfa.action"), this::take, "accent");
        act.setDefaultButton(true);
        act.disableProperty().bind(code.textProperty().map(text -> !WHOLE.matcher(text).matches()));
        Button cancel =
                SheetParts.button("sheet-cancel", messages.text("dialog.cancel"), this::giveUp);
        cancel.setCancelButton(true);
        HBox buttons = SheetParts.row(cancel, act);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren()
                .addAll(
                        SheetParts.title(messages.text("signIn.mfa.title", profile)),
                        SheetParts.text(messages.text("signIn.mfa.text")),
                        SheetParts.text(device, "text-muted", "text-small"),
                        new VBox(6, label, code),
                        buttons);
        sceneProperty().addListener((_, _, now) -> sceneIs(now != null));
        answer.thenRun(() -> {
            if (getScene() != null) {
                close.run();
            }
        });
        Platform.runLater(code::requestFocus);
    }

    private void sceneIs(boolean there) {
        if (!there) {
            giveUp();
        } else if (answer.isDone()) {
            // nobody waits any more
            Platform.runLater(close);
        }
    }

    private void take() {
        answer.complete(Optional.of(code.getText()));
    }

    private void giveUp() {
        answer.complete(Optional.empty());
    }
}
