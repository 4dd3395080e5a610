package org.outturn.ui.main;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.Connection;
import org.outturn.connection.Mark;
import org.outturn.connection.OpenConnection;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.ThemeSwitcher;

/** The frame of the window: top bar, start page or workspace. */
public final class MainController {
    private static final KeyCombination FIND =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    /** Style classes of connections' colours begin so. */
    private static final String MARK = "mark-";

    private final MainViewModel model;
    private final Navigation navigation;
    private final ThemeSwitcher theme;
    private final Remembered remembered;
    private final Runnable focusTable;
    private final Runnable leftovers;
    private final Runnable jobRecords;
    private final Messages messages;
    private final DoubleProperty toastRoom;

    private @Nullable ChangeListener<ThemeSwitcher.Choice> followTheme;

    @FXML private StackPane root;
    @FXML private Region topBar;
    @FXML private Node start;
    @FXML private Button back;
    @FXML private Node workspace;
    @FXML private MenuButton connections;
    @FXML private MenuButton buckets;
    @FXML private TextField search;
    @FXML private Button clearSearch;
    @FXML private HBox banner;
    @FXML private SplitPane split;
    @FXML private SplitPane middle;
    @FXML private Region places;
    @FXML private Node inspector;
    @FXML private Node transfers;
    @FXML private CheckMenuItem showInspector;
    @FXML private RadioMenuItem themeSystem;
    @FXML private RadioMenuItem themeLight;
    @FXML private RadioMenuItem themeDark;
    @FXML private Node files;
    @FXML private Node outputs;

    /**
     * @param leftovers shows what pipelines left behind
     * @param jobRecords asks where job records are
     * @param toastRoom follows the width of the places
     */
    public MainController(
            MainViewModel model,
            Navigation navigation,
            ThemeSwitcher theme,
            Remembered remembered,
            Runnable focusTable,
            Runnable leftovers,
            Runnable jobRecords,
            Messages messages,
            DoubleProperty toastRoom) {
        this.model = model;
        this.navigation = navigation;
        this.theme = theme;
        this.remembered = remembered;
        this.focusTable = focusTable;
        this.leftovers = leftovers;
        this.jobRecords = jobRecords;
        this.messages = messages;
        this.toastRoom = toastRoom;
    }

    @FXML
    private void initialize() {
        model.openProperty().subscribe(this::showOpen);
        model.bucketProperty().subscribe(_ -> showBuckets());
        model.buckets().addListener((ListChangeListener<String>) _ -> showBuckets());
        navigation
                .knownConnections()
                .addListener((ListChangeListener<Connection>) _ -> showConnections());
        navigation.startPageProperty().subscribe(this::showPage);
        search.textProperty().bindBidirectional(navigation.filterProperty());
        search.textProperty().subscribe(text -> clearSearch.setVisible(!text.isEmpty()));
        search.setOnAction(_ -> navigation.search(search.getText()));
        search.setOnKeyPressed(this::searchKey);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::windowKey);
        showInspector.selectedProperty().subscribe(on -> pane(split, inspector, 2, on, 0.74));
        navigation.transfersShownProperty().subscribe(on -> pane(middle, transfers, 1, on, 0.68));
        navigation.outputsShownProperty().subscribe(this::showOutputs);
        toastRoom.bind(places.widthProperty());
        initializeTheme();
    }

    private void initializeTheme() {
        var group = new ToggleGroup();
        group.getToggles().addAll(themeSystem, themeLight, themeDark);
        // the program's theme outlives the window, which must not be held by it
        followTheme = this::showTheme;
        theme.choiceProperty().addListener(new WeakChangeListener<>(followTheme));
        showTheme(theme.choiceProperty(), null, theme.choiceProperty().get());
    }

    private void showTheme(
            ObservableValue<? extends ThemeSwitcher.Choice> theme,
            ThemeSwitcher.@Nullable Choice before,
            ThemeSwitcher.Choice now) {
        RadioMenuItem chosen =
                switch (now) {
                    case SYSTEM -> themeSystem;
                    case LIGHT -> themeLight;
                    case DARK -> themeDark;
                };
        chosen.setSelected(true);
    }

    private static void pane(SplitPane pane, Node node, int index, boolean shown, double divider) {
        boolean there = pane.getItems().contains(node);
        if (shown && !there) {
            pane.getItems().add(Math.min(index, pane.getItems().size()), node);
            pane.setDividerPosition(pane.getItems().indexOf(node) - 1, divider);
        } else if (!shown && there) {
            pane.getItems().remove(node);
        }
    }

    private void showOutputs(boolean on) {
        outputs.setVisible(on);
        files.setVisible(!on);
    }

    private void showPage(boolean startPage) {
        start.setVisible(startPage);
        workspace.setVisible(!startPage);
        if (!startPage) {
            focusTable.run();
        }
    }

    private void showOpen(@Nullable OpenConnection open) {
        back.setVisible(open != null);
        boolean sample = open != null && Connecting.isSample(open.connection());
        banner.setVisible(sample);
        banner.setManaged(sample);
        topBar.getStyleClass().removeIf(style -> style.startsWith(MARK) || style.equals("marked"));
        if (open != null && open.connection().mark() != Mark.NONE) {
            topBar.getStyleClass()
                    .addAll(
                            "marked",
                            MARK + open.connection().mark().name().toLowerCase(Locale.ROOT));
        }
        connections.setText(
                open == null ? messages.text("main.connection") : open.connection().name());
        Mark mark = open == null ? Mark.NONE : open.connection().mark();
        for (Mark each : Mark.values()) {
            connections.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == mark);
        }
        showConnections();
    }

    private void showConnections() {
        connections.getItems().clear();
        for (Connection known : List.copyOf(navigation.knownConnections())) {
            connections.getItems().add(item(known.name(), () -> navigation.connect(known)));
        }
        connections
                .getItems()
                .add(item(messages.text("main.connection.sample"), navigation::openSample));
        connections.getItems().add(new SeparatorMenuItem());
        connections
                .getItems()
                .add(item(messages.text("main.connection.new"), navigation::showStart));
    }

    private void showBuckets() {
        String shown = model.bucketProperty().get();
        buckets.setText(shown.isEmpty() ? messages.text("main.bucket.none") : shown);
        buckets.getItems().clear();
        for (String name : List.copyOf(model.buckets())) {
            buckets.getItems().add(item(name, () -> navigation.openBucket(name)));
        }
        if (!buckets.getItems().isEmpty()) {
            buckets.getItems().add(new SeparatorMenuItem());
        }
        buckets.getItems().add(item(messages.text("main.bucket.other"), navigation::askBucket));
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        // an underscore in a bucket's name is no mnemonic
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void windowKey(KeyEvent event) {
        if (FIND.match(event)) {
            search.requestFocus();
            search.selectAll();
            event.consume();
        }
    }

    private void searchKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            clearSearch();
            event.consume();
        }
    }

    @FXML
    private void clearSearch() {
        search.clear();
        focusTable.run();
    }

    @FXML
    private void leftovers() {
        leftovers.run();
    }

    @FXML
    private void hideStart() {
        navigation.hideStart();
    }

    @FXML
    private void showStart() {
        navigation.showStart();
    }

    @FXML
    private void newWindow() {
        navigation.newWindow();
    }

    @FXML
    private void explainKeys() {
        navigation.explainKeys(List.of());
    }

    @FXML
    private void showRecords() {
        jobRecords.run();
    }

    @FXML
    private void chooseTheme() {
        ThemeSwitcher.Choice choice =
                themeLight.isSelected()
                        ? ThemeSwitcher.Choice.LIGHT
                        : themeDark.isSelected()
                                ? ThemeSwitcher.Choice.DARK
                                : ThemeSwitcher.Choice.SYSTEM;
        theme.choose(choice);
        remembered.themeChosen(choice);
    }
}
