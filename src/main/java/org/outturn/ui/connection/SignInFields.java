package org.outturn.ui.connection;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.outturn.ui.common.Messages;

/** As whom to sign: the way, and the fields of that way. */
final class SignInFields extends VBox {
    private final Messages messages;
    private final ChoiceBox<SignInKind> kind;
    private final TextField accessKey = FormGrid.field("accessKey", new TextField(), "");
    private final PasswordField secretKey = new PasswordField();
    private final PasswordField sessionToken = new PasswordField();
    private final CheckBox inKeyring;
    private final ChoiceBox<String> profile = new ChoiceBox<>();
    private final TextField startUrl;
    private final TextField ssoRegion = FormGrid.field("ssoRegion", new TextField(), "us-east-1");
    private final TextField account = FormGrid.field("account", new TextField(), "123456789012");
    private final TextField role = FormGrid.field("role", new TextField(), "");
    private final TextField envFile;
    private final Map<SignInKind, Region> pages;
    private String keyVariable = "";

    /**
     * @param choose asks for a file, with a title
     * @param connect what Enter does in the last fields
     */
    SignInFields(Messages messages, Function<String, Optional<Path>> choose, Runnable connect) {
        super(10);
        this.messages = messages;
        kind = Choices.of("kind", SignInKind.values(), "connection.kind.", messages);
        secretKey.setId("secretKey");
        sessionToken.setId("sessionToken");
        sessionToken.setPromptText(messages.text("connection.optional"));
        secretKey.setOnAction(_ -> connect.run());
        sessionToken.setOnAction(_ -> connect.run());
        inKeyring = new CheckBox(messages.text("connection.inKeyring"));
        inKeyring.setId("inKeyring");
        inKeyring.setWrapText(true);
        profile.setId("profile");
        startUrl = FormGrid.field("startUrl", new TextField(), "https://example.awsapps.com/start");
        envFile =
                FormGrid.field(
                        "envFile", new TextField(), messages.text("connection.envFile.prompt"));
        var browse = new Button(messages.text("connection.choose"));
        browse.setAccessibleText(messages.text("connection.envFile.choose"));
        browse.setOnAction(_ ->
                choose.apply(messages.text("connection.envFile.choose"))
                        .ifPresent(file -> envFile.setText(file.toString())));
        pages =
                Map.of(
                        SignInKind.KEYS, keys(),
                        SignInKind.PROFILE,
                                new FormGrid(messages).row("connection.profile", profile),
                        SignInKind.SSO, sso(),
                        SignInKind.ENV_FILE, envFile(browse),
                        SignInKind.ENVIRONMENT, note("connection.environment.note"),
                        SignInKind.MACHINE, note("connection.machine.note"));
        var stack = new StackPane();
        stack.getChildren().addAll(pages.values());
        getChildren().addAll(new FormGrid(messages).row("connection.kind", kind), stack);
        kind.valueProperty().subscribe(this::showPage);
    }

    private Region keys() {
        return new FormGrid(messages)
                .row("connection.accessKey", accessKey)
                .row("connection.secretKey", secretKey)
                .row("connection.sessionToken", sessionToken)
                .row(inKeyring);
    }

    private Region sso() {
        return new FormGrid(messages)
                .row("connection.startUrl", startUrl)
                .row("connection.ssoRegion", ssoRegion)
                .row("connection.account", account)
                .row("connection.role", role);
    }

    private Region envFile(Button browse) {
        return new FormGrid(messages)
                .row("connection.envFile", envFile, browse)
                .row(note("connection.envFile.note"));
    }

    private Region note(String key) {
        var note = new Label(messages.text(key));
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().addAll("text-muted", "text-small");
        return note;
    }

    private void showPage(@Nullable SignInKind chosen) {
        pages.forEach((of, page) -> {
            page.setVisible(of == chosen);
            page.setManaged(of == chosen);
        });
    }

    /** Whether what is typed is to be kept at all; only then is the keyring spoken of. */
    void keeping(boolean kept) {
        inKeyring.setVisible(kept);
        inKeyring.setManaged(kept);
    }

    void profiles(List<String> names) {
        profile.getItems().setAll(names);
    }

    void show(SignInDraft draft, boolean secretKept) {
        kind.setValue(draft.kind());
        accessKey.setText(draft.accessKey());
        secretKey.setText(draft.secretKey());
        secretKey.setPromptText(secretKept ? messages.text("connection.secretKey.kept") : "");
        sessionToken.setText(draft.sessionToken());
        inKeyring.setSelected(draft.inKeyring());
        // one that has gone from the files is still what is saved
        if (!draft.profile().isEmpty() && !profile.getItems().contains(draft.profile())) {
            profile.getItems().add(draft.profile());
        }
        profile.setValue(draft.profile().isEmpty() ? null : draft.profile());
        startUrl.setText(draft.startUrl());
        ssoRegion.setText(draft.ssoRegion());
        account.setText(draft.account());
        role.setText(draft.role());
        envFile.setText(draft.envFile());
        keyVariable = draft.keyVariable();
    }

    /** Secrets do not stay in fields that nobody sees. */
    void forgetSecrets() {
        secretKey.clear();
        sessionToken.clear();
    }

    SignInDraft draft() {
        return new SignInDraft(
                kind.getValue(),
                accessKey.getText(),
                secretKey.getText(),
                sessionToken.getText(),
                inKeyring.isSelected(),
                Optional.ofNullable(profile.getValue()).orElse(""),
                startUrl.getText(),
                ssoRegion.getText(),
                account.getText(),
                role.getText(),
                envFile.getText(),
                keyVariable);
    }
}
