package org.outturn.ui.outputs;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.Completeness;
import org.outturn.catalog.OutputRow;
import org.outturn.pipeline.OutputKind;
import org.outturn.ui.common.FileChoosers;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.OutputWords;

/** The outputs of the open bucket: which, how they are, and what can be done with them. */
public final class OutputsController {
    private static final double WIDE_ENOUGH_FOR_WORDS = 600;

    private final OutputsViewModel model;
    private final FollowViewModel following;
    private final OutputActions actions;
    private final FileChoosers choosers;
    private final Messages messages;
    private final Formats formats;
    private final Clock clock;
    private final Map<KeyCombination, Runnable> keys =
            Map.of(
                    new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN),
                    this::copyLink,
                    new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN),
                    this::download,
                    new KeyCodeCombination(KeyCode.T, KeyCombination.SHORTCUT_DOWN),
                    this::tag,
                    new KeyCodeCombination(KeyCode.DELETE),
                    this::delete,
                    new KeyCodeCombination(KeyCode.F5),
                    this::refresh,
                    new KeyCodeCombination(KeyCode.ENTER),
                    this::openSelected,
                    new KeyCodeCombination(KeyCode.RIGHT),
                    () -> fold(true),
                    new KeyCodeCombination(KeyCode.LEFT),
                    () -> fold(false));

    @FXML private Label title;
    @FXML private Label place;
    @FXML private HBox states;
    @FXML private HBox tagBar;
    @FXML private Button copyLink;
    @FXML private Button download;
    @FXML private Button reveal;
    @FXML private Button delete;
    @FXML private TableView<OutputLine> table;
    @FXML private Label status;
    @FXML private Label selectionStatus;
    @FXML private ToggleButton follow;
    @FXML private MenuButton followMenu;
    @FXML private Label followState;

    private final Label placeholder = new Label();

    public OutputsController(
            OutputsViewModel model,
            FollowViewModel following,
            OutputActions actions,
            FileChoosers choosers,
            Messages messages,
            Formats formats,
            Clock clock) {
        this.model = model;
        this.following = following;
        this.actions = actions;
        this.choosers = choosers;
        this.messages = messages;
        this.formats = formats;
        this.clock = clock;
    }

    @FXML
    private void initialize() {
        var texts = new LineTexts(model.known(), messages, formats, clock);
        new OutputTableView(table, model, following)
                .fill(texts, new OutputWords(messages, formats), messages, this::open);
        new StateBar(model, messages, formats).fill(states);
        new TagBar(model.scopeTags(), messages, tagBar).fill();
        var followWords = new FollowWords(model.lookup()::name, messages, formats);
        new FollowBar(following, this::shownPlace, followWords, messages, formats)
                .fill(follow, followMenu, followState, table);
        // where it is narrow, signs have to do; their names are in the tooltips
        table.widthProperty()
                .map(width -> width.doubleValue() < WIDE_ENOUGH_FOR_WORDS)
                .subscribe(this::showSignsOnly);
        placeholder.setWrapText(true);
        placeholder.getStyleClass().add("table-placeholder");
        table.setPlaceholder(placeholder);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        model.scopeProperty().subscribe(this::showScope);
        model.shownProperty().subscribe(_ -> showStatus());
        model.completenessProperty().subscribe(_ -> showStatus());
        model.selectionProperty().subscribe(_ -> showSelection());
        model.selected().collectingProperty().subscribe(_ -> showSelection());
        model.scopeTags().readingProperty().subscribe(_ -> showStatus());
        BooleanBinding nothing =
                Bindings.createBooleanBinding(
                        () -> model.selectionProperty().get().isEmpty(), model.selectionProperty());
        for (Button button : List.of(copyLink, download, reveal, delete)) {
            button.disableProperty().bind(nothing);
        }
        var menu = new ContextMenu();
        add(menu, "browser.copyLink", this::copyLink, nothing);
        add(menu, "browser.download", this::download, nothing);
        add(menu, "outcome.tag", this::tag, nothing);
        add(menu, "outcome.restore", this::restore, nothing);
        add(menu, "outcome.reveal", this::reveal, nothing);
        add(menu, "outcome.missing", this::uploadMissing, notMissing());
        add(menu, "browser.delete", this::delete, nothing);
        menu.getItems().add(new SeparatorMenuItem());
        add(menu, "layouts.open", this::explain, nothing);
        table.setContextMenu(menu);
    }

    private void showSignsOnly(boolean narrow) {
        for (ButtonBase button : List.of(copyLink, follow)) {
            button.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        }
    }

    private void add(ContextMenu menu, String key, Runnable action, BooleanBinding impossible) {
        var item = new MenuItem(messages.text(key));
        item.disableProperty().bind(impossible);
        item.setOnAction(_ -> action.run());
        menu.getItems().add(item);
    }

    private BooleanBinding notMissing() {
        return Bindings.createBooleanBinding(
                () -> unfinishedJob().isEmpty(), model.selectionProperty(), model.ageProperty());
    }

    /** The one job that is selected, if something of it is missing or it came to nothing. */
    private Optional<OutputRow> unfinishedJob() {
        return one().filter(OutputLine.OfOutput.class::isInstance)
                .map(OutputLine::row)
                .filter(row -> row.kind() == OutputKind.JOBS && row.folder().isPresent())
                .filter(row ->
                        switch (model.lookup().status(row).state()) {
                            case PARTIAL, FAILED -> true;
                            case COMPLETE, UPLOADING, WAITING, UNKNOWN -> false;
                        });
    }

    private void uploadMissing() {
        unfinishedJob()
                .ifPresent(job ->
                        choosers.folder(messages.text("outcome.missing.choose", job.name()))
                                .ifPresent(folder -> actions.uploadMissing(job, folder)));
    }

    private void showScope(@Nullable OutputScope scope) {
        if (scope == null) {
            return;
        }
        title.setText(name(scope));
        place.setText(scope.place().map(p -> p.isEmpty() ? "/" : p).orElse(""));
        showStatus();
    }

    private Optional<String> shownPlace() {
        OutputScope scope = model.scopeProperty().get();
        return scope == null ? Optional.empty() : scope.place();
    }

    private String name(OutputScope scope) {
        if (scope.goingSoon()) {
            return messages.text("places.goingSoon");
        }
        return scope.kinds().size() == 1
                ? messages.text("places.kind." + kind(scope))
                : messages.text("places.everything");
    }

    private static OutputKind kind(OutputScope scope) {
        return scope.kinds().iterator().next();
    }

    private void showStatus() {
        int shown = model.shownProperty().get();
        String count = messages.text("outcome.status.count", shown);
        status.setText(
                switch (model.completenessProperty().get()) {
                    case Completeness.Running() -> messages.text("outcome.status.running", count);
                    case Completeness.Complete(var at) ->
                            messages.text("browser.status.complete", count, formats.clock(at));
                    case Completeness.Partial(_, _) ->
                            messages.text("outcome.status.partial", count);
                    case Completeness.Failed(_, _) -> messages.text("browser.status.failed", count);
                });
        boolean running = model.completenessProperty().get() instanceof Completeness.Running;
        placeholder.setText(
                messages.text(
                        running
                                ? "browser.loading"
                                : model.filterProperty().get().isBlank()
                                        ? "outcome.none"
                                        : model.scopeTags().isRunning()
                                                ? "outcome.noMatchYet"
                                                : "outcome.noMatch"));
    }

    private void showSelection() {
        if (model.selected().collectingProperty().get()) {
            selectionStatus.setText(messages.text("outcome.collecting"));
            return;
        }
        SelectedAmount amount = model.selectedAmount();
        selectionStatus.setText(
                amount.objects() == 0
                        ? ""
                        : messages.text(
                                "browser.status.selected",
                                amount.objects(),
                                formats.size(amount.bytes())));
    }

    /** Gives the keyboard to the table. */
    public void focusTable() {
        table.requestFocus();
    }

    private void keyPressed(KeyEvent event) {
        keys.forEach((combination, action) -> {
            if (!event.isConsumed() && combination.match(event)) {
                action.run();
                event.consume();
            }
        });
    }

    private void open(OutputLine line) {
        switch (line) {
            case OutputLine.OfOutput(OutputRow row, _, _) -> {
                if (row.form().isSingle()) {
                    actions.reveal(row, row.firstKey());
                } else {
                    model.toggle(row);
                }
            }
            case OutputLine.OfFile file -> actions.reveal(file.row(), file.file().row().key());
        }
    }

    private void openSelected() {
        one().ifPresent(this::open);
    }

    /** Right opens, left closes, as in every tree. */
    private void fold(boolean opens) {
        one().ifPresent(line -> {
            if (line instanceof OutputLine.OfOutput(OutputRow row, _, boolean open)
                    && open != opens
                    && !row.form().isSingle()) {
                model.toggle(row);
            }
        });
    }

    private Optional<OutputLine> one() {
        List<OutputLine> selected = model.selectionProperty().get();
        return selected.size() == 1 ? Optional.of(selected.getFirst()) : Optional.empty();
    }

    @FXML
    private void refresh() {
        actions.refresh();
    }

    @FXML
    private void leftovers() {
        actions.leftovers();
    }

    @FXML
    private void copyLink() {
        var store = model.store();
        if (store != null) {
            model.selected().collect(objects -> actions.copyLinks(store, objects));
        }
    }

    @FXML
    private void download() {
        model.selected()
                .collect(objects ->
                        choosers.folder(messages.text("browser.download"))
                                .ifPresent(folder -> actions.download(objects, folder)));
    }

    @FXML
    private void reveal() {
        List<OutputLine> selected = model.selectionProperty().get();
        if (!selected.isEmpty()) {
            OutputLine first = selected.getFirst();
            actions.reveal(
                    first.row(),
                    first instanceof OutputLine.OfFile file
                            ? file.file().row().key()
                            : first.row().firstKey());
        }
    }

    private void restore() {
        model.selected().collect(actions::restore);
    }

    private void tag() {
        model.selected().collect(actions::tag);
    }

    private void explain() {
        actions.explain(
                model.selectionProperty().get().stream()
                        .map(line ->
                                line instanceof OutputLine.OfFile file
                                        ? file.file().row().key()
                                        : line.row().firstKey())
                        .toList());
    }

    @FXML
    private void delete() {
        model.selected().collect(actions::delete);
    }
}
