package org.outturn.ui.main;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.Completeness;
import org.outturn.catalog.ListingRow;
import org.outturn.catalog.OutputRow;
import org.outturn.connection.Connection;
import org.outturn.connection.OpenConnection;
import org.outturn.rearrange.PlanRequest;
import org.outturn.rearrange.RearrangePlan;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.ui.browser.BrowserActions;
import org.outturn.ui.browser.BrowserViewModel;
import org.outturn.ui.browser.OutputsChoice;
import org.outturn.ui.browser.PlaceActions;
import org.outturn.ui.browser.PlacesViewModel;
import org.outturn.ui.browser.Rows;
import org.outturn.ui.common.Dialogs;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.Notifier;
import org.outturn.ui.connection.ConnectionViewModel;
import org.outturn.ui.inspector.InspectorViewModel;
import org.outturn.ui.layouts.LayoutSheets;
import org.outturn.ui.layouts.LayoutsViewModel;
import org.outturn.ui.outputs.OutputScope;
import org.outturn.ui.outputs.OutputsViewModel;
import org.outturn.ui.tagging.Tagging;
import org.outturn.ui.transfers.TransfersViewModel;

/**
 * Who hears of what: a connection that opens reaches the browser, the places, the inspector and the
 * transfers; a selection reaches the inspector; a drop reaches the transfers, and their end the
 * browser. The features know nothing of one another. Used on the JavaFX thread.
 */
public final class Navigation implements BrowserActions, PlaceActions {
    private final Models models;
    private final Saying saying;
    private final Remembered remembered;
    private final PastedPlaces pasted;
    private final Tagging tagging;
    private final Windows windows;
    private final Connecting connecting;
    private final ReadOnlyBooleanWrapper startPage = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper outputsShown = new ReadOnlyBooleanWrapper(false);
    private final SearchText searchText;
    private @Nullable LayoutSheets layoutSheets;

    /** The view models that make up the window. */
    public record Models(
            MainViewModel main,
            ConnectionViewModel connection,
            BrowserViewModel browser,
            PlacesViewModel places,
            OutputsViewModel outputs,
            InspectorViewModel inspector,
            TransfersViewModel transfers,
            LayoutsViewModel layouts) {}

    /** How the operator is spoken to. */
    public record Saying(Notifier notifier, Dialogs dialogs, Messages messages, Formats formats) {}

    public Navigation(
            Models models,
            Saying saying,
            Remembered remembered,
            Clock clock,
            Tagging tagging,
            Windows windows,
            Reception reception) {
        this.models = models;
        this.windows = windows;
        this.tagging = tagging;
        this.saying = saying;
        this.remembered = remembered;
        this.pasted = new PastedPlaces(saying, clock);
        this.connecting = new Connecting(models, saying, windows, reception, this::show, startPage);
        models.connection().onOpen(this::connect);
        models.connection().onGiveUp(models.main()::giveUp);
        this.searchText =
                new SearchText(
                        models.browser().filterProperty(),
                        models.outputs().filterProperty(),
                        outputsShown);
        new Inspecting(models, outputsShown).begin();
        models.places().outputsProperty().subscribe(this::showOutputs);
        models.layouts().pageProperty().subscribe(page -> models.places().layouts(page.layouts()));
        models.browser().locationProperty().subscribe(this::arrivedAt);
        models.transfers().onFinished(new EndedTransfers(models, saying)::tell);
        models.transfers()
                .onTagged(changed -> {
                    models.inspector().tagged(changed);
                    models.outputs().tagged(changed);
                });
        models.inspector().onEditTags(address -> tagging.edit(List.of(address), List.of()));
    }

    /**
     * The first thing after the start: what was open last opens again, if that is wanted. Without
     * any connection of the operator's own the sample opens by itself.
     */
    public void begin() {
        models.connection()
                .load(known -> {
                    Optional<String> last = remembered.connectionToOpen();
                    Optional<Connection> again =
                            known.stream()
                                    .filter(one ->
                                            last.filter(ConnectionNames.inSettings(one)::equals)
                                                    .isPresent())
                                    .findFirst();
                    if (again.isPresent()) {
                        connect(again.get());
                    } else if (known.isEmpty() || last.filter(this::isSampleName).isPresent()) {
                        openSample();
                    }
                    if (!known.isEmpty()) {
                        models.transfers()
                                .tellOfUnfinished(
                                        ConnectionNames.ofJournal(known, saying.messages()),
                                        again.map(ConnectionNames::inJournal).orElse(""));
                    }
                });
    }

    private boolean isSampleName(String name) {
        return name.equals(saying.messages().text("main.connection.sample"));
    }

    /** Opens a connection, after a question when transfers of the present one still run. */
    public void connect(Connection connection) {
        connecting.connect(connection);
    }

    /** Whether this window shows a connection, or is about to. */
    public boolean has(Connection connection) {
        return connecting.has(connection);
    }

    /** Opens one more window. */
    void newWindow() {
        windows.openAnother();
    }

    /** Closes the window, after a question when transfers still run. */
    public void mayClose(Runnable close) {
        connecting.leaving("main.close.", close);
    }

    /** Starts the sample server if need be and opens it. */
    public void openSample() {
        models.connection().openSample();
    }

    private void show(OpenConnection open) {
        ObjectStore store = open.store();
        // first: it still has something to say of the connection before
        models.transfers().use(store, ConnectionNames.inJournal(open.connection()));
        models.inspector().use(store);
        models.places().use(store);
        tagging.use(store);
        models.layouts().use(store);
        models.outputs().use(store);
        models.browser().use(store);
        startPage.set(false);
        Optional<String> last =
                remembered.lastBucket(ConnectionNames.inSettings(open.connection()));
        Optional<String> first = models.main().firstBucket(last.orElse(null));
        if (first.isPresent()) {
            openBucket(first.get());
        } else if (open.bucketsDenied()) {
            saying.notifier().warning(saying.messages().text("main.bucket.denied"));
            askBucket();
        }
    }

    /** Shows the start page; the present connection stays open until another one is. */
    public void showStart() {
        models.connection().idle();
        models.connection().load(_ -> {});
        startPage.set(true);
    }

    /** Goes back from the start page, if there is something to go back to. */
    public void hideStart() {
        if (models.main().openProperty().get() != null) {
            startPage.set(false);
        }
    }

    /** Shows a bucket from its top, or from that of the part that the connection is for. */
    public void openBucket(String name) {
        Prefix top = models.main().top(name);
        go(top, () -> models.browser().open(top));
    }

    /** Asks for the name of a bucket and shows it. */
    public void askBucket() {
        Messages messages = saying.messages();
        saying.dialogs()
                .ask(
                        new Dialogs.Question(
                                messages.text("main.bucket.ask.title"),
                                messages.text("main.bucket.ask.label"),
                                "",
                                messages.text("main.bucket.ask.action"),
                                name ->
                                        BucketNames.possible(name)
                                                ? ""
                                                : messages.text("main.bucket.ask.bad")),
                        this::openBucket);
    }

    /** Goes to an address that was typed or pasted; any other text is the filter already. */
    public void search(String text) {
        OpenConnection open = models.main().openProperty().get();
        pasted.place(text, Optional.ofNullable(open).map(OpenConnection::connection))
                .ifPresent(found -> {
                    filterProperty().set("");
                    go(
                            found.prefix(),
                            () ->
                                    found.object()
                                            .ifPresentOrElse(
                                                    models.browser()::reveal,
                                                    () -> models.browser().open(found.prefix())));
                });
    }

    private void go(Prefix place, Runnable open) {
        if (!models.main().bucketProperty().get().equals(place.bucket())) {
            models.main().showBucket(place.bucket());
            Prefix top = models.main().top(place.bucket());
            // the bucket's own layouts lie outside of a part of it
            models.layouts().open(top.isRoot() ? place.bucket() : "");
            models.places().open(top);
        }
        showFiles();
        open.run();
    }

    private void showFiles() {
        models.outputs().open(null);
        models.places().shownProperty().set(null);
        outputsShown.set(false);
    }

    @Override
    public void openFolder(Prefix folder) {
        showFiles();
        models.browser().open(folder);
    }

    @Override
    public void openOutputs(OutputsChoice choice) {
        models.outputs()
                .open(
                        new OutputScope(
                                choice.kind().map(Set::of).orElse(OutputScope.EVERYTHING.kinds()),
                                choice.place(),
                                choice.goingSoon()));
        models.places().shownProperty().set(choice);
        outputsShown.set(true);
    }

    /** Says what is to be done before anything of the next connection is shown. */
    public void onLeave(Runnable what) {
        connecting.onLeave(what);
    }

    /** Says who shows how keys are read. */
    public void layoutSheets(LayoutSheets who) {
        layoutSheets = who;
    }

    /**
     * Shows how keys are read.
     *
     * @param keys to explain; samples of the bucket if there are none
     */
    void explainKeys(List<String> keys) {
        LayoutSheets sheets = layoutSheets;
        PlacesViewModel.Outputs known = models.places().outputsProperty().get();
        if (sheets != null) {
            sheets.show(keys, Optional.ofNullable(known).map(PlacesViewModel.Outputs::table));
        }
    }

    private void showOutputs(PlacesViewModel.@Nullable Outputs found) {
        models.outputs()
                .show(
                        found == null ? null : found.table(),
                        found == null ? new Completeness.Running() : found.completeness());
    }

    /** Shows an output's folder, or an object among the others. */
    void reveal(OutputRow row, String key) {
        Prefix bucket = models.places().bucketProperty().get();
        if (bucket == null) {
            return;
        }
        showFiles();
        boolean whole = key.equals(row.firstKey()) && row.folder().isPresent();
        if (whole) {
            models.browser().open(new Prefix(bucket.bucket(), row.folder().orElseThrow()));
        } else {
            models.browser().reveal(new ObjectAddress(bucket.bucket(), key));
        }
    }

    private void arrivedAt(@Nullable Prefix place) {
        OpenConnection open = models.main().openProperty().get();
        if (place != null && open != null) {
            remembered.bucketShown(ConnectionNames.inSettings(open.connection()), place.bucket());
        }
    }

    @Override
    public void upload(List<Path> files, Prefix target) {
        models.transfers().upload(files, target);
    }

    @Override
    public void uploadAsking(List<Path> files, Prefix target) {
        models.transfers().uploadAsking(files, target);
    }

    @Override
    public void download(Prefix place, List<ListingRow> rows, Path folder) {
        models.transfers().download(Rows.selection(place, rows), folder);
    }

    @Override
    public void rearrange(PlanRequest wanted) {
        models.transfers().rearrange(wanted);
    }

    @Override
    public void tag(List<ObjectAddress> objects, List<Prefix> folders) {
        tagging.edit(objects, folders);
    }

    @Override
    public void delete(RearrangePlan agreed) {
        models.transfers().start(agreed);
    }

    ObservableList<Connection> knownConnections() {
        return models.connection().connections();
    }

    StringProperty filterProperty() {
        return searchText.textProperty();
    }

    BooleanProperty transfersShownProperty() {
        return models.transfers().shownProperty();
    }

    ReadOnlyBooleanProperty outputsShownProperty() {
        return outputsShown.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty startPageProperty() {
        return startPage.getReadOnlyProperty();
    }
}
