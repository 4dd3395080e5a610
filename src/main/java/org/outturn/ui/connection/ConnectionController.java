package org.outturn.ui.connection;

import atlantafx.base.controls.Message;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.outturn.connection.Connection;
import org.outturn.connection.Identity;
import org.outturn.failure.Failure;
import org.outturn.ui.common.FailureText;
import org.outturn.ui.common.Messages;

/** The start page: the list of connections, and the editor of one. */
public final class ConnectionController {
    /** With more rows than these one wants to search. */
    private static final int MANY = 8;

    private final ConnectionViewModel model;
    private final ConnectionActions actions;
    private final FileOpening opening;
    private final ConnectionOffers offers;
    private final StartMemory memory;
    private final Messages messages;
    private final RowWords words;
    private final ConnectionMenus menus;

    private boolean shown;

    @FXML private Region root;
    @FXML private HBox trouble;
    @FXML private Message failure;
    @FXML private Button test;
    @FXML private StackPane pages;
    @FXML private VBox page;
    @FXML private VBox troublesPlace;
    @FXML private TextField find;
    @FXML private ListView<Connection> profiles;
    @FXML private VBox noProfiles;
    @FXML private Button share;
    @FXML private CheckBox openLast;
    @FXML private Node envHint;
    @FXML private Node openingBar;
    @FXML private Label openingText;

    public ConnectionController(
            ConnectionViewModel model,
            ConnectionActions actions,
            FileOpening opening,
            ConnectionOffers offers,
            StartMemory memory,
            Messages messages) {
        this.model = model;
        this.actions = actions;
        this.opening = opening;
        this.offers = offers;
        this.memory = memory;
        this.messages = messages;
        this.words = new RowWords(messages);
        this.menus = new ConnectionMenus(model, actions, offers, words, messages);
    }

    @FXML
    private void initialize() {
        model.listSample(messages.text("main.connection.sample"));
        initializeList();
        troublesPlace.getChildren().add(new TroubleList(model, messages));
        var editor = new EditorPane(model, actions, offers, words, messages);
        editor.setMaxWidth(760);
        pages.getChildren().add(editor);
        model.editingProperty()
                .subscribe(editing -> {
                    editor.setVisible(editing != null);
                    page.setVisible(editing == null);
                    if (editing == null) {
                        focusList();
                    }
                });
        editor.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        model.closeEditor();
                        event.consume();
                    }
                });
        openLast.setSelected(memory.opensLast());
        openLast.selectedProperty().subscribe((Boolean on) -> memory.opensLast(on));
        opening.accept(root, envHint);
        pages.disableProperty().bind(model.busyProperty());
        openingBar.visibleProperty().bind(model.busyProperty());
        model.openingNameProperty()
                .subscribe(name ->
                        openingText.setText(
                                name.isEmpty()
                                        ? messages.text("start.working")
                                        : messages.text("start.opening", name)));
        model.loadedProperty().subscribe(_ -> showRows());
        trouble.visibleProperty().bind(failure.visibleProperty());
        trouble.managedProperty().bind(failure.managedProperty());
        model.failureProperty().subscribe(this::showFailure);
        model.refusedProperty()
                .subscribe(refused -> {
                    test.setVisible(refused != null);
                    test.setManaged(refused != null);
                });
    }

    private void initializeList() {
        var drag = new RowDrag(model, menus, actions, words);
        profiles.setItems(model.rows());
        profiles.setCellFactory(_ -> {
            var cell = new ConnectionCell(words, offers, menus, messages);
            drag.install(cell);
            return cell;
        });
        profiles.setOnMouseClicked(this::clicked);
        profiles.setOnKeyPressed(this::pressed);
        // what the operator is at stays chosen when the list is read again
        profiles.addEventFilter(MouseEvent.MOUSE_PRESSED, this::chosen);
        profiles.addEventHandler(KeyEvent.KEY_RELEASED, _ -> chosen());
        profiles.setOnContextMenuRequested(this::askedForMenu);
        find.textProperty().bindBidirectional(model.filterProperty());
        find.setOnAction(_ -> openSelected());
        find.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                focusList();
                event.consume();
            }
        });
        find.visibleProperty().bind(Bindings.size(model.connections()).greaterThanOrEqualTo(MANY));
        find.managedProperty().bind(find.visibleProperty());
        openLast.visibleProperty().bind(Bindings.isNotEmpty(model.connections()));
        share.visibleProperty().bind(Bindings.isNotEmpty(model.connections()));
        share.managedProperty().bind(share.visibleProperty());
        model.rows().addListener((ListChangeListener<Connection>) _ -> showRows());
        showRows();
    }

    private void showRows() {
        boolean none = model.connections().isEmpty();
        profiles.setVisible(!none);
        profiles.setManaged(!none);
        boolean nothing = none && model.loadedProperty().get();
        noProfiles.setVisible(nothing);
        noProfiles.setManaged(nothing);
        if (!none) {
            // Enter opens the first one: most have only one
            int at = 0;
            for (int i = 0; i < model.rows().size(); i++) {
                Identity each = model.rows().get(i).identity();
                at = model.touched().filter(each::equals).isPresent() ? i : at;
            }
            profiles.getSelectionModel().select(at);
            if (!find.isFocused()) {
                focusList();
            }
        }
    }

    private void focusList() {
        if (page.isVisible() && profiles.isVisible()) {
            profiles.requestFocus();
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY
                && event.isStillSincePress()
                && event.getTarget() instanceof Node node) {
            // not what is selected: the list may have been read again since the press
            rowAt(node).ifPresent(this::open);
        }
    }

    private void chosen(MouseEvent event) {
        if (event.getTarget() instanceof Node node) {
            rowAt(node).ifPresent(model::touch);
        }
    }

    private void chosen() {
        Connection chosen = profiles.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.touch(chosen);
        }
    }

    private void pressed(KeyEvent event) {
        Connection chosen = profiles.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            return;
        }
        boolean saved = words.isSaved(chosen);
        switch (event.getCode()) {
            case ENTER, SPACE -> openSelected();
            case F2 -> {
                if (saved) {
                    menus.edit(chosen);
                }
            }
            case DELETE -> {
                if (saved) {
                    actions.remove(chosen);
                }
            }
            case UP, DOWN -> {
                if (!event.isAltDown() || !saved) {
                    return;
                }
                menus.move(chosen, event.getCode() == KeyCode.UP ? -1 : 1);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void askedForMenu(ContextMenuEvent event) {
        Connection chosen = profiles.getSelectionModel().getSelectedItem();
        boolean onRow =
                event.isKeyboardTrigger()
                        || event.getTarget() instanceof Node node && rowAt(node).isPresent();
        if (chosen != null && onRow) {
            menus.menu(chosen).show(profiles, event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    @FXML
    private void giveUp() {
        model.giveUp();
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
    private void editNew() {
        model.edit(Draft.NEW);
    }

    @FXML
    private void openEnvFile() {
        opening.chooseEnvFile();
    }

    @FXML
    private void takeOver() {
        opening.chooseShared();
    }

    @FXML
    private void shareAll() {
        actions.share(model.connections());
    }

    private void openSelected() {
        Connection chosen = profiles.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            open(chosen);
        }
    }

    private void open(Connection connection) {
        // a second key or click may be on its way when the page is disabled
        if (!model.busyProperty().get()) {
            actions.open(connection);
        }
    }

    /** What the row that a node is in stands for; nothing for a button in it and for free space. */
    private static Optional<Connection> rowAt(Node node) {
        for (Node at = node; at != null && !(at instanceof Button); at = at.getParent()) {
            if (at instanceof ConnectionCell cell) {
                return Optional.ofNullable(cell.getItem());
            }
        }
        return Optional.empty();
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
}
