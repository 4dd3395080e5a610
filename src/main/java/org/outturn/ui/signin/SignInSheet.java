package org.outturn.ui.signin;

import java.net.URI;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.outturn.connection.SsoSession;
import org.outturn.connection.sso.DeviceCode;
import org.outturn.failure.Failure;
import org.outturn.ui.common.FailureText;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/** Leads through a sign-in: the browser or a code, then perhaps an account and a role. */
final class SignInSheet extends VBox {
    private final SignInViewModel model;
    private final Messages messages;
    private final Formats formats;
    private final VBox body = new VBox(12);
    private final Hyperlink otherWay = new Hyperlink();
    private final Button act;
    private final Button cancel;

    /**
     * @param close closes the sheet
     */
    SignInSheet(SignInViewModel model, Messages messages, Formats formats, Runnable close) {
        super(14);
        this.model = model;
        this.messages = messages;
        this.formats = formats;
        getStyleClass().addAll("sheet-small", "sign-in-sheet");
        SsoSession session = model.session();
        String name = session.name().isEmpty() ? host(session.startUrl()) : session.name();
        cancel = SheetParts.button("sheet-cancel", messages.text("dialog.cancel"), close);
        cancel.setCancelButton(true);
        act = SheetParts.button("sheet-action", "", () -> {}, "accent");
        act.setDefaultButton(true);
        otherWay.setId("sign-in-other-way");
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        var buttons = SheetParts.row(otherWay, room, cancel, act);
        getChildren()
                .addAll(
                        new VBox(
                                2,
                                SheetParts.title(messages.text("signIn.title", name)),
                                SheetParts.text(session.startUrl(), "text-muted", "text-small")),
                        body,
                        buttons);
        VBox.setVgrow(body, Priority.ALWAYS);
        sceneProperty().addListener((_, _, now) -> sceneIs(now != null, close));
        model.stageProperty()
                .subscribe(stage -> {
                    if (stage != SignInViewModel.Stage.ENDED) {
                        show(stage);
                    } else if (getScene() != null) {
                        close.run();
                    }
                });
        model.noBrowserProperty().subscribe(_ -> show(model.stageProperty().get()));
    }

    /**
     * However the sheet is closed, the sign-in ends; one that comes back later has nothing to say.
     */
    private void sceneIs(boolean there, Runnable close) {
        if (!there) {
            model.cancel();
        } else if (model.stageProperty().get() == SignInViewModel.Stage.ENDED) {
            Platform.runLater(close);
        }
    }

    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? url : host;
        } catch (IllegalArgumentException e) {
            return url;
        }
    }

    private void show(SignInViewModel.Stage stage) {
        boolean waits =
                stage == SignInViewModel.Stage.BROWSER
                        || stage == SignInViewModel.Stage.CODE
                        || stage == SignInViewModel.Stage.FAILED;
        otherWay.setVisible(waits);
        act.setVisible(waits);
        act.setManaged(waits);
        switch (stage) {
            case STARTING ->
                    body.getChildren()
                            .setAll(
                                    SheetParts.waiting(
                                            SheetParts.text(messages.text("signIn.starting"))));
            case BROWSER -> showBrowser();
            case CODE -> showCode();
            case PICKING ->
                    body.getChildren().setAll(new RolePicker(model.pick(), messages, formats));
            case FAILED -> showFailure();
            case ENDED -> {}
        }
        // a sheet keeps its height unless it is told
        requestLayout();
        if (stage != SignInViewModel.Stage.PICKING) {
            Platform.runLater((waits ? act : cancel)::requestFocus);
        }
    }

    private void showBrowser() {
        URI page = model.pageProperty().get();
        boolean none = model.noBrowserProperty().get();
        Label words =
                SheetParts.text(
                        messages.text(none ? "signIn.browser.none" : "signIn.browser.text"));
        words.setId("sign-in-text");
        body.getChildren().setAll(SheetParts.waiting(words));
        if (none && page != null) {
            body.getChildren().add(link(page));
        } else {
            act("signIn.browser.again", model::openPage);
        }
        other("signIn.useCode", model::byCode);
    }

    /** The link as it is, to be carried to a browser by hand. */
    private Node link(URI page) {
        var field = new TextField(page.toString());
        field.setId("sign-in-link");
        field.setEditable(false);
        field.setAccessibleText(messages.text("signIn.link"));
        act("signIn.link.copy", () -> SheetParts.copy(page.toString()));
        return field;
    }

    private void showCode() {
        DeviceCode code = model.codeProperty().get();
        if (code == null) {
            return;
        }
        var shown = new Label(code.userCode());
        shown.setId("sign-in-code");
        shown.getStyleClass().add("sign-in-code");
        shown.setMinWidth(Region.USE_PREF_SIZE);
        Button copy =
                SheetParts.button(
                        "sign-in-copy-code",
                        messages.text("signIn.code.copy"),
                        () -> SheetParts.copy(code.userCode()));
        HBox box = SheetParts.row(shown, copy);
        box.setAlignment(Pos.CENTER);
        box.setSpacing(18);
        box.getStyleClass().add("sign-in-code-box");
        Label words = SheetParts.text(messages.text("signIn.code.text", code.page()));
        words.setId("sign-in-text");
        body.getChildren()
                .setAll(
                        words,
                        box,
                        SheetParts.waiting(
                                SheetParts.text(
                                        messages.text(
                                                "signIn.code.until", formats.clock(code.until())),
                                        "text-muted")));
        if (model.noBrowserProperty().get()) {
            body.getChildren().add(SheetParts.text(messages.text("signIn.code.noBrowser")));
        }
        act("signIn.code.open", model::openPage);
        other("signIn.useBrowser", model::inBrowser);
    }

    private void showFailure() {
        @Nullable Failure why = model.failureProperty().get();
        if (why == null) {
            return;
        }
        FailureText text = FailureText.of(why, messages);
        var icon = new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE);
        icon.getStyleClass().add("sign-in-failed");
        Label words = SheetParts.text(text.why() + " " + text.next());
        words.setId("sign-in-text");
        var headed = new VBox(4, SheetParts.text(text.headline(), "text-bold"), words);
        HBox.setHgrow(headed, Priority.ALWAYS);
        var row = new HBox(12, icon, headed);
        body.getChildren().setAll(row);
        if (why.technical().status() != 0) {
            body.getChildren().add(SheetParts.text(text.details(), "text-muted", "text-small"));
        }
        act("signIn.again", model::again);
        other("signIn.useCode", model::byCode);
    }

    private void act(String key, Runnable action) {
        act.setText(messages.text(key));
        act.setOnAction(_ -> action.run());
    }

    private void other(String key, Runnable action) {
        otherWay.setText(messages.text(key));
        otherWay.setOnAction(_ -> action.run());
    }
}
