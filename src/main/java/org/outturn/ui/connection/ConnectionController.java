package org.outturn.ui.connection;

import atlantafx.base.controls.Message;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.outturn.connection.Addressing;
import org.outturn.connection.Connection;
import org.outturn.failure.Failure;
import org.outturn.ui.common.FailureText;
import org.outturn.ui.common.Messages;

/** The start page. */
public final class ConnectionController {
    private final ConnectionViewModel model;
    private final Messages messages;

    @FXML private Region root;
    @FXML private HBox trouble;
    @FXML private Message failure;
    @FXML private Button test;
    @FXML private Button sample;
    @FXML private ListView<Connection> profiles;
    @FXML private VBox noProfiles;
    @FXML private TextField endpoint;
    @FXML private TextField region;
    @FXML private TextField accessKey;
    @FXML private PasswordField secretKey;
    @FXML private PasswordField sessionToken;
    @FXML private TextField bucket;
    @FXML private ChoiceBox<Addressing> addressing;
    @FXML private Label complaint;
    @FXML private Button connect;

    public ConnectionController(ConnectionViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        profiles.setItems(model.profiles());
        profiles.setCellFactory(_ -> new ProfileCell());
        profiles.setOnMouseClicked(event -> {
            if (event.getTarget() instanceof Node node && !isEmptySpace(node)) {
                openSelected();
            }
        });
        profiles.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                openSelected();
            }
        });
        model.profiles().addListener((ListChangeListener<Connection>) _ -> showProfiles());
        showProfiles();
        bindForm();
        root.disableProperty().bind(model.busyProperty());
        trouble.visibleProperty().bind(failure.visibleProperty());
        trouble.managedProperty().bind(failure.managedProperty());
        model.failureProperty().subscribe(this::showFailure);
        model.refusedProperty()
                .subscribe(refused -> {
                    test.setVisible(refused != null);
                    test.setManaged(refused != null);
                });
        model.complaintProperty().subscribe(this::showComplaint);
    }

    private void bindForm() {
        endpoint.textProperty().bindBidirectional(model.endpoint);
        region.textProperty().bindBidirectional(model.region);
        accessKey.textProperty().bindBidirectional(model.accessKey);
        secretKey.textProperty().bindBidirectional(model.secretKey);
        sessionToken.textProperty().bindBidirectional(model.sessionToken);
        bucket.textProperty().bindBidirectional(model.bucket);
        addressing.getItems().setAll(Addressing.values());
        addressing.setConverter(new AddressingNames());
        addressing.valueProperty().bindBidirectional(model.addressing);
    }

    @FXML
    private void openSample() {
        model.openSample();
    }

    @FXML
    private void test() {
        model.test();
    }

    @FXML
    private void openTyped() {
        model.openTyped();
    }

    private void openSelected() {
        Connection chosen = profiles.getSelectionModel().getSelectedItem();
        // a second key or click may be on its way when the page is disabled
        if (chosen != null && !model.busyProperty().get()) {
            model.open(chosen);
        }
    }

    private static boolean isEmptySpace(Node node) {
        Node at = node;
        while (at != null && !(at instanceof ListCell<?>)) {
            at = at.getParent();
        }
        return !(at instanceof ListCell<?> cell) || cell.isEmpty();
    }

    private void showProfiles() {
        boolean none = model.profiles().isEmpty();
        profiles.setVisible(!none);
        profiles.setManaged(!none);
        noProfiles.setVisible(none);
        noProfiles.setManaged(none);
        if (!none) {
            // Enter opens the first one: most have only one
            profiles.getSelectionModel().selectFirst();
            profiles.requestFocus();
        }
    }

    private void showFailure(@Nullable Failure why) {
        failure.setVisible(why != null);
        failure.setManaged(why != null);
        if (why != null) {
            FailureText text = FailureText.of(why, messages);
            failure.setTitle(text.headline());
            failure.setDescription(text.body());
            failure.setGraphic(new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE));
            failure.setAccessibleText(text.headline() + " " + text.body());
        }
    }

    private void showComplaint(TypedConnection.@Nullable Complaint wrong) {
        complaint.setVisible(wrong != null);
        complaint.setManaged(wrong != null);
        if (wrong != null) {
            complaint.setText(messages.text(wrong.messageKey()));
            switch (wrong.field()) {
                case "endpoint" -> endpoint.requestFocus();
                case "region" -> region.requestFocus();
                case "accessKey" -> accessKey.requestFocus();
                default -> secretKey.requestFocus();
            }
        }
    }

    private final class AddressingNames extends StringConverter<Addressing> {
        @Override
        public String toString(@Nullable Addressing value) {
            return value == null ? "" : messages.text("connection.addressing." + value);
        }

        @Override
        public Addressing fromString(String text) {
            return Addressing.AUTO;
        }
    }

    private final class ProfileCell extends ListCell<Connection> {
        @Override
        protected void updateItem(@Nullable Connection item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var name = new Label(item.name());
            name.getStyleClass().add("text-bold");
            String where =
                    item.endpoint()
                            .map(uri -> uri.getAuthority())
                            .orElse(messages.text("connection.aws"));
            var place = new Label(where + " · " + item.region());
            place.getStyleClass().add("text-muted");
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var row =
                    new HBox(
                            8,
                            new FontIcon(MaterialDesignA.ACCOUNT_CIRCLE_OUTLINE),
                            name,
                            gap,
                            place);
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
            setAccessibleText(item.name() + ", " + where + ", " + item.region());
        }
    }
}
