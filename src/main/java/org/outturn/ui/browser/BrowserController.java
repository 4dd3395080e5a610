package org.outturn.ui.browser;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.outturn.catalog.Completeness;
import org.outturn.catalog.ListingRow;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.ui.common.FileChoosers;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/** Path, actions, table and status line. */
public final class BrowserController {
    private final BrowserViewModel model;
    private final Changes changes;
    private final RowActions rows;
    private final BrowserActions actions;
    private final DragOut dragOut;
    private final FileChoosers choosers;
    private final FolderFollowing following;
    private final Messages messages;
    private final Formats formats;
    private final StatusTexts texts;
    private final Map<KeyCombination, Runnable> keys =
            Map.ofEntries(
                    key(KeyCode.C, this::copyLink, KeyCombination.SHORTCUT_DOWN),
                    key(
                            KeyCode.C,
                            this::copyAddress,
                            KeyCombination.SHORTCUT_DOWN,
                            KeyCombination.SHIFT_DOWN),
                    key(KeyCode.T, this::tag, KeyCombination.SHORTCUT_DOWN),
                    key(KeyCode.S, this::download, KeyCombination.SHORTCUT_DOWN),
                    key(KeyCode.U, this::upload, KeyCombination.SHORTCUT_DOWN),
                    key(
                            KeyCode.U,
                            this::uploadAsking,
                            KeyCombination.SHORTCUT_DOWN,
                            KeyCombination.SHIFT_DOWN),
                    key(
                            KeyCode.N,
                            this::newFolder,
                            KeyCombination.SHORTCUT_DOWN,
                            KeyCombination.SHIFT_DOWN),
                    key(KeyCode.DELETE, this::delete),
                    key(KeyCode.F2, this::rename),
                    key(KeyCode.F5, this::refresh),
                    key(KeyCode.ENTER, this::openSelected),
                    key(KeyCode.BACK_SPACE, this::goUp),
                    key(KeyCode.UP, this::goUp, KeyCombination.ALT_DOWN));

    @FXML private Button up;
    @FXML private HBox crumbs;
    @FXML private ToggleButton follow;
    @FXML private Button refresh;
    @FXML private SplitMenuButton upload;
    @FXML private Button newFolder;
    @FXML private SplitMenuButton copyLink;
    @FXML private Button download;
    @FXML private Button delete;
    @FXML private StackPane tableArea;
    @FXML private TableView<ListingRow> table;
    @FXML private TableColumn<ListingRow, ListingRow> nameColumn;
    @FXML private TableColumn<ListingRow, ListingRow> sizeColumn;
    @FXML private TableColumn<ListingRow, ListingRow> modifiedColumn;
    @FXML private TableColumn<ListingRow, ListingRow> classColumn;
    @FXML private Node dropHint;
    @FXML private Label dropText;
    @FXML private ProgressIndicator spinner;
    @FXML private Label status;
    @FXML private Label selectionStatus;
    @FXML private Button stop;

    private final Label placeholder = new Label();

    /** What acts on the rows. */
    public record Collaborators(
            Links links,
            Changes changes,
            Rearranging rearranging,
            BrowserActions actions,
            DragOut dragOut,
            FileChoosers choosers,
            FolderFollowing following,
            BiConsumer<ObjectStore, List<ListingRow>> restoring) {}

    public BrowserController(
            BrowserViewModel model, Collaborators with, Messages messages, Formats formats) {
        this.model = model;
        this.changes = with.changes();
        this.rows = new RowActions(model, with, messages);
        this.actions = with.actions();
        this.dragOut = with.dragOut();
        this.choosers = with.choosers();
        this.following = with.following();
        this.messages = messages;
        this.formats = formats;
        this.texts = new StatusTexts(messages, formats);
    }

    private static Map.Entry<KeyCombination, Runnable> key(
            KeyCode code, Runnable action, KeyCombination.Modifier... modifiers) {
        return Map.entry(new KeyCodeCombination(code, modifiers), action);
    }

    @FXML
    private void initialize() {
        var columns = new ObjectTable.Columns(nameColumn, sizeColumn, modifiedColumn, classColumn);
        new ObjectTable(table, model, messages, formats).fill(columns, this::open);
        placeholder.setWrapText(true);
        placeholder.getStyleClass().add("table-placeholder");
        table.setPlaceholder(placeholder);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        new PathCrumbs(crumbs).show(model.locationProperty(), model::open);
        new FileDrops(tableArea, dropHint, dropText, messages)
                .accept(model.locationProperty()::get, actions::upload);
        dragOut.from(table, model);
        model.stateProperty().subscribe(_ -> showState());
        model.filterProperty().subscribe(_ -> showState());
        model.selectionProperty().subscribe(some -> selectionStatus.setText(texts.selection(some)));
        changes.runningProperty().subscribe(_ -> showState());
        model.locationProperty().subscribe(_ -> showFollowing());
        following.followedProperty().subscribe(_ -> showFollowing());
        bindButtons();
    }

    private void bindButtons() {
        BooleanBinding nowhere = model.locationProperty().isNull();
        BooleanBinding nothing = selectionIs(List::isEmpty);
        BooleanBinding noFolder =
                selectionIs(some -> some.size() != 1 || !some.getFirst().isFolder());
        BooleanBinding noObject = selectionIs(some -> some.stream().allMatch(ListingRow::isFolder));
        BooleanBinding notOne = selectionIs(some -> !RowActions.canBeRenamed(some));
        List.<Node>of(follow, refresh, upload, newFolder)
                .forEach(b -> b.disableProperty().bind(nowhere));
        List.of(download, delete).forEach(b -> b.disableProperty().bind(nothing));
        table.setContextMenu(
                new RowMenu(messages)
                        .with("browser.open", this::openSelected, noFolder)
                        .separator()
                        .with("browser.copyLink", this::copyLink, noObject)
                        .with("browser.copyAddress", this::copyAddress, nothing)
                        .with("browser.download", this::download, nothing)
                        .separator()
                        .with("browser.rename", rows::rename, notOne)
                        .with("browser.moveTo", rows::moveTo, nothing)
                        .with("browser.copyTo", rows::copyTo, nothing)
                        .with("browser.tags", rows::tag, nothing)
                        .with("outcome.restore", rows::restore, noObject)
                        .with("browser.delete", this::delete, nothing)
                        .menu());
        copyLink.disableProperty().bind(noObject);
        up.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> {
                                    Prefix place = model.locationProperty().get();
                                    return place == null || place.isRoot();
                                },
                                model.locationProperty()));
    }

    private BooleanBinding selectionIs(Predicate<List<ListingRow>> what) {
        return Bindings.createBooleanBinding(
                () -> what.test(model.selectionProperty().get()), model.selectionProperty());
    }

    /** Brings running work to the status line; to be called about ten times a second. */
    public void pump() {
        if (changes.runningProperty().get() != null) {
            showState();
        }
    }

    /** Gives the keyboard to the table. */
    public void focusTable() {
        table.requestFocus();
    }

    private void showState() {
        ListingState state = model.stateProperty().get();
        Changes.Running work = changes.runningProperty().get();
        boolean busy = work != null || state != null && state.running();
        for (Node node : List.of(spinner, stop)) {
            node.setVisible(busy);
            node.setManaged(busy);
        }
        String filter = model.filterProperty().get();
        if (state == null) {
            placeholder.setText(messages.text("browser.noBucket"));
            status.setText("");
            return;
        }
        placeholder.setText(texts.empty(state, filter));
        placeholder.pseudoClassStateChanged(
                PseudoClass.getPseudoClass("failed"),
                state.completeness() instanceof Completeness.Failed);
        status.setText(work != null ? work.text().get() : texts.status(state, !filter.isBlank()));
    }

    private void keyPressed(KeyEvent event) {
        keys.forEach((combination, action) -> {
            if (!event.isConsumed() && combination.match(event)) {
                action.run();
                event.consume();
            }
        });
    }

    private void open(ListingRow row) {
        if (row.isFolder()) {
            model.open(row.prefix());
            table.requestFocus();
        }
    }

    private void openSelected() {
        List<ListingRow> selected = model.selectionProperty().get();
        if (selected.size() == 1) {
            open(selected.getFirst());
        }
    }

    @FXML
    private void goUp() {
        model.up();
        table.requestFocus();
    }

    private void showFollowing() {
        Prefix place = model.locationProperty().get();
        follow.setSelected(place != null && place.equals(following.followedProperty().get()));
    }

    @FXML
    private void follow() {
        Prefix place = model.locationProperty().get();
        if (place != null) {
            following.follow(place, follow.isSelected());
        }
        showFollowing();
    }

    @FXML
    private void refresh() {
        model.refresh();
    }

    @FXML
    private void upload() {
        upload(choosers.files(messages.text("browser.upload")));
    }

    @FXML
    private void uploadFolder() {
        upload(choosers.folder(messages.text("browser.uploadFolder")).stream().toList());
    }

    @FXML
    private void uploadAsking() {
        Prefix place = model.locationProperty().get();
        List<Path> files = choosers.files(messages.text("browser.uploadAsking"));
        if (place != null && !files.isEmpty()) {
            actions.uploadAsking(files, place);
        }
    }

    private void upload(List<Path> files) {
        Prefix place = model.locationProperty().get();
        if (place != null && !files.isEmpty()) {
            actions.upload(files, place);
        }
    }

    @FXML
    private void newFolder() {
        rows.newFolder();
    }

    @FXML
    private void copyLink() {
        rows.copyLinks();
    }

    @FXML
    private void copyLinkHour() {
        rows.copyLinks(Duration.ofHours(1));
    }

    @FXML
    private void copyLinkDay() {
        rows.copyLinks(Duration.ofHours(24));
    }

    @FXML
    private void copyLinkWeek() {
        rows.copyLinks(Duration.ofDays(7));
    }

    @FXML
    private void copyAddress() {
        rows.copyAddress();
    }

    @FXML
    private void download() {
        rows.download();
    }

    @FXML
    private void delete() {
        rows.delete();
    }

    private void rename() {
        rows.rename();
    }

    private void tag() {
        rows.tag();
    }

    @FXML
    private void stopListing() {
        Changes.Running work = changes.runningProperty().get();
        if (work != null) {
            work.cancellation().cancel();
        } else {
            model.stop();
        }
    }
}
