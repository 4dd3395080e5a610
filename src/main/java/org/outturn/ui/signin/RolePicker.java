package org.outturn.ui.signin;

import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.sso.SsoAccount;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/** Accounts on the left, with a search; the roles of the one that is picked on the right. */
final class RolePicker extends VBox {
    private final RolePickViewModel model;
    private final Messages messages;
    private final Formats formats;
    private final TextField search = new TextField();
    private final ListView<SsoAccount> accounts = new ListView<>();
    private final ListView<String> roles = new ListView<>();
    private final Label count = new Label();

    RolePicker(RolePickViewModel model, Messages messages, Formats formats) {
        super(8);
        this.model = model;
        this.messages = messages;
        this.formats = formats;
        search.setId("sign-in-search");
        search.setPromptText(messages.text("signIn.pick.search"));
        search.setAccessibleText(messages.text("signIn.pick.search"));
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                accounts.requestFocus();
                accounts.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        initializeAccounts();
        initializeRoles();
        count.getStyleClass().addAll("text-muted", "text-small");
        model.accounts().addListener((ListChangeListener<SsoAccount>) _ -> showCount());
        model.busyProperty().subscribe(_ -> showCount());
        HBox lists =
                new HBox(
                        12,
                        column("signIn.pick.account", accounts),
                        column("signIn.pick.role", roles));
        VBox.setVgrow(lists, Priority.ALWAYS);
        getChildren()
                .addAll(SheetParts.text(messages.text("signIn.pick.text")), search, lists, count);
        Platform.runLater(search::requestFocus);
    }

    private VBox column(String head, ListView<?> list) {
        var label = new Label(messages.text(head));
        label.getStyleClass().add("text-bold");
        label.setLabelFor(list);
        list.setMinHeight(110);
        list.setPrefHeight(250);
        list.setPrefWidth(100);
        VBox.setVgrow(list, Priority.ALWAYS);
        var column = new VBox(4, label, list);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private void initializeAccounts() {
        accounts.setId("sign-in-accounts");
        accounts.setItems(model.accounts());
        accounts.setCellFactory(_ -> new AccountCell());
        accounts.getSelectionModel()
                .selectedItemProperty()
                .subscribe(picked -> {
                    if (picked != null) {
                        model.choose(picked);
                    }
                });
        accounts.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.RIGHT) {
                roles.requestFocus();
                roles.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        // a search must not leave the roles of an account that is no longer seen
        model.accountProperty().subscribe(now -> accounts.getSelectionModel().select(now));
    }

    private void initializeRoles() {
        roles.setId("sign-in-roles");
        roles.setItems(model.roles());
        roles.setPlaceholder(SheetParts.text(messages.text("signIn.pick.first"), "text-muted"));
        roles.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                chooseRole();
            }
        });
        roles.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chooseRole();
                event.consume();
            }
        });
    }

    private void chooseRole() {
        String picked = roles.getSelectionModel().getSelectedItem();
        if (picked != null) {
            model.choose(picked);
        }
    }

    private void showCount() {
        count.setText(
                model.busyProperty().get()
                        ? messages.text("signIn.pick.looking")
                        : messages.text(
                                "signIn.pick.count",
                                formats.number(model.accounts().size()),
                                formats.number(model.count())));
        accounts.setPlaceholder(
                SheetParts.text(
                        messages.text(
                                model.busyProperty().get()
                                        ? "signIn.pick.looking"
                                        : model.count() == 0
                                                ? "signIn.pick.none"
                                                : "signIn.pick.noMatch"),
                        "text-muted"));
    }

    private static final class AccountCell extends ListCell<SsoAccount> {
        @Override
        protected void updateItem(@Nullable SsoAccount item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(null);
            if (empty || item == null) {
                return;
            }
            var id = new Label(item.id());
            id.getStyleClass().add("text-muted");
            id.setMinWidth(Region.USE_PREF_SIZE);
            var name = new Label(item.name());
            var room = new Region();
            HBox.setHgrow(room, Priority.ALWAYS);
            var row = SheetParts.row(name, room, id);
            row.setPrefWidth(0);
            setGraphic(row);
            setAccessibleText(item.name() + " " + item.id());
        }
    }
}
