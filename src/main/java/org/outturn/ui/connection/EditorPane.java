package org.outturn.ui.connection;

import java.util.Optional;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.outturn.connection.Connection;
import org.outturn.connection.SignIn;
import org.outturn.ui.common.Messages;

/**
 * The editor of one connection. A page and not a sheet: questions that come up while it connects
 * (running transfers, a certificate, a code) are sheets above it.
 */
final class EditorPane extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final ConnectionViewModel model;
    private final ConnectionActions actions;
    private final Messages messages;
    private final Label title = new Label();
    private final CheckBox keep;
    private final TextField name;
    private final ColourChoice colour;
    private final PlaceFields place;
    private final SignInFields signIn;
    private final Label complaint = new Label();
    private final Button save;
    private Optional<Connection> before = Optional.empty();
    private @Nullable Node wrong;

    EditorPane(
            ConnectionViewModel model,
            ConnectionActions actions,
            ConnectionOffers offers,
            RowWords words,
            Messages messages) {
        super(14);
        this.model = model;
        this.actions = actions;
        this.messages = messages;
        getStyleClass().add("editor");
        title.getStyleClass().add("sheet-title");
        title.setId("editor-title");
        var back = button("editor-back", "connection.back", this::close);
        back.getStyleClass().add("flat");
        back.setGraphic(new FontIcon(MaterialDesignA.ARROW_LEFT));
        keep = new CheckBox(messages.text("connection.keep"));
        keep.setId("keep");
        name = FormGrid.field("name", new TextField(), messages.text("connection.name.prompt"));
        colour = new ColourChoice(words);
        place = new PlaceFields(messages, actions::chooseFile);
        signIn = new SignInFields(messages, actions::chooseFile, this::connect);
        complaint.setId("complaint");
        complaint.getStyleClass().add("complaint");
        complaint.setWrapText(true);
        complaint.managedProperty().bind(complaint.visibleProperty());
        complaint.setVisible(false);
        save = button("save", "connection.save", () -> save(false));
        var connect = button("connect", "connection.connect", this::connect);
        connect.getStyleClass().add("accent");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var buttons = new HBox(8);
        buttons.setAlignment(Pos.CENTER_LEFT);
        offers.test()
                .ifPresent(test ->
                        buttons.getChildren()
                                .add(
                                        button(
                                                "test",
                                                "connection.menu.test",
                                                () ->
                                                        checked()
                                                                .ifPresent(d ->
                                                                        test.accept(
                                                                                d.connection())))));
        buttons.getChildren().addAll(gap, save, connect);
        var identity =
                new FormGrid(messages)
                        .row("connection.name", name)
                        .row("connection.colour", colour);
        var kept = new VBox(10, keep, identity);
        keep.selectedProperty()
                .subscribe(on -> {
                    identity.setVisible(on);
                    identity.setManaged(on);
                    save.setVisible(on);
                    signIn.keeping(on);
                });
        var form = new VBox(14, card(place), card(signIn), card(kept));
        var scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("editor-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var head = new HBox(10, back, title);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, scroll, complaint, buttons);
        model.editingProperty().subscribe(this::show);
    }

    private static Region card(Region content) {
        var card = new VBox(content);
        card.getStyleClass().add("card-like");
        return card;
    }

    private Button button(String id, String key, Runnable action) {
        var button = new Button(messages.text(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void show(ConnectionViewModel.@Nullable Editing editing) {
        complain(Optional.empty());
        if (editing == null) {
            signIn.forgetSecrets();
            return;
        }
        Draft draft = editing.draft();
        before = draft.before();
        title.setText(
                before.map(known -> messages.text("connection.editor.change", known.name()))
                        .orElse(messages.text("connection.editor.new")));
        keep.setSelected(draft.keep());
        keep.setVisible(before.isEmpty());
        keep.setManaged(before.isEmpty());
        name.setText(draft.name());
        colour.show(draft.mark());
        place.show(draft.place());
        signIn.profiles(model.profileNames());
        boolean kept =
                !editing.keysMissing()
                        && before.filter(c ->
                                        c.signIn() instanceof SignIn.SavedKeys(var id, _)
                                                && !id.isBlank())
                                .isPresent();
        signIn.show(draft.signIn(), kept);
        focus(editing.keysMissing() ? "secretKey" : "endpoint");
    }

    private void close() {
        model.closeEditor();
    }

    /** What is in the fields, if nothing is wrong with it. */
    private Optional<Draft> checked() {
        var draft =
                new Draft(
                        name.getText(),
                        colour.mark(),
                        keep.isSelected(),
                        place.draft(),
                        signIn.draft(),
                        before);
        Optional<Complaint> found = draft.complaint();
        complain(found);
        return found.isEmpty() ? Optional.of(draft) : Optional.empty();
    }

    private void connect() {
        // a second key may be on its way when the page is disabled
        if (keep.isSelected()) {
            save(true);
        } else if (!model.busyProperty().get()) {
            checked().ifPresent(draft -> model.open(draft.connection()));
        }
    }

    private void save(boolean thenOpen) {
        if (!model.busyProperty().get()) {
            checked().ifPresent(draft -> actions.save(draft, thenOpen));
        }
    }

    private void complain(Optional<Complaint> found) {
        if (wrong != null) {
            wrong.pseudoClassStateChanged(WRONG, false);
            wrong = null;
        }
        complaint.setVisible(found.isPresent());
        found.ifPresent(what -> {
            complaint.setText(messages.text(what.messageKey()));
            place.unfoldFor(what.field());
            wrong = lookup("#" + what.field());
            wrong.pseudoClassStateChanged(WRONG, true);
            wrong.requestFocus();
        });
    }

    /** A page that is about to be shown cannot have the keyboard yet. */
    private void focus(String field) {
        Platform.runLater(() -> lookup("#" + field).requestFocus());
    }
}
