package org.outturn.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.outturn.connection.Connector;
import org.outturn.connection.OpenConnection;
import org.outturn.connection.StoreOpener;
import org.outturn.evidence.Witnesses;
import org.outturn.jobs.OwnUploads;
import org.outturn.journal.OpenedJournal;
import org.outturn.journal.PendingJournal;
import org.outturn.layouts.LayoutBook;
import org.outturn.settings.SpeedLimits;
import org.outturn.tagging.KeyDay;
import org.outturn.transfer.QueueTotals;
import org.outturn.ui.browser.BrowserController;
import org.outturn.ui.browser.BrowserViewModel;
import org.outturn.ui.browser.Changes;
import org.outturn.ui.browser.DragOut;
import org.outturn.ui.browser.Links;
import org.outturn.ui.browser.PlacesController;
import org.outturn.ui.browser.PlacesViewModel;
import org.outturn.ui.browser.Rearranging;
import org.outturn.ui.common.ConnectionTasks;
import org.outturn.ui.common.FileChoosers;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.FxmlViews;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.SheetDialogs;
import org.outturn.ui.common.SheetPane;
import org.outturn.ui.common.SnapshotPump;
import org.outturn.ui.common.TaskRunner;
import org.outturn.ui.common.ThemeSwitcher;
import org.outturn.ui.common.ToastPane;
import org.outturn.ui.connection.ConnectionController;
import org.outturn.ui.connection.ConnectionOffers;
import org.outturn.ui.connection.ConnectionViewModel;
import org.outturn.ui.inspector.InspectorController;
import org.outturn.ui.inspector.InspectorViewModel;
import org.outturn.ui.inspector.Restoring;
import org.outturn.ui.layouts.LayoutSheets;
import org.outturn.ui.layouts.LayoutsViewModel;
import org.outturn.ui.leftovers.Leftovers;
import org.outturn.ui.leftovers.LeftoversViewModel;
import org.outturn.ui.main.ConnectionNames;
import org.outturn.ui.main.Following;
import org.outturn.ui.main.MainController;
import org.outturn.ui.main.MainViewModel;
import org.outturn.ui.main.Navigation;
import org.outturn.ui.main.OutputWork;
import org.outturn.ui.main.Windows;
import org.outturn.ui.outputs.FollowNotices;
import org.outturn.ui.outputs.FollowViewModel;
import org.outturn.ui.outputs.FollowWords;
import org.outturn.ui.outputs.OutputsController;
import org.outturn.ui.outputs.OutputsViewModel;
import org.outturn.ui.records.RecordSources;
import org.outturn.ui.records.RecordsSheet;
import org.outturn.ui.tagging.Tagging;
import org.outturn.ui.transfers.JobRecords;
import org.outturn.ui.transfers.PlanSheets;
import org.outturn.ui.transfers.ReportExport;
import org.outturn.ui.transfers.SpeedLimit;
import org.outturn.ui.transfers.TransferSigns;
import org.outturn.ui.transfers.TransfersController;
import org.outturn.ui.transfers.TransfersViewModel;

/**
 * The composition root of one window: makes everything by hand, once, and says who gets what. Used
 * on the JavaFX thread.
 */
public final class Wiring {

    private final Shared shared;
    private final Messages messages;
    private final RememberedSettings remembered;
    private final SheetPane sheets = new SheetPane();
    private final SnapshotPump pump = SnapshotPump.atScreenRate();
    private final Navigation navigation;
    private final Navigation.Models models;
    private final Parent content;
    private final LeftoversViewModel leftovers;
    private final ToastPane toasts;
    private final RecordSources records;
    private final ProfileWiring profiles;
    private final TransferSigns signs;
    private final SignInParts signIn;
    private final MainStage stage;
    private final List<Subscription> subscriptions = new ArrayList<>();

    /**
     * @param windows the program's others
     * @param stage not shown yet
     * @param choosers the system's choosers, or what stands in for them on a screen that has none
     */
    Wiring(Shared shared, Windows windows, Stage stage, FileChoosers choosers) {
        this.shared = shared;
        this.stage = new MainStage(stage, shared.remembered());
        messages = shared.messages();
        remembered = shared.remembered();
        Clock clock = shared.clock();
        Formats formats = shared.formats();
        TaskRunner tasks = shared.tasks();
        var connectionTasks = new ConnectionTasks(tasks);
        PendingJournal journal = shared.journal();
        signs = new TransferSigns(messages, formats);
        var dialogs = new SheetDialogs(sheets, messages);
        toasts = new ToastPane(messages, dialogs, Duration.seconds(6));
        LayoutBook layouts = shared.newLayouts();
        var own = new OwnUploads(journal);
        var saying = new Navigation.Saying(toasts, dialogs, messages, formats);
        signIn = new SignInParts(shared.signIn(), tasks, clock, saying);
        profiles = new ProfileWiring(shared.surroundings(), signIn.codes(), shared.signIn().keys());
        StoreOpener opener = shared.opener(profiles.keys());
        models =
                new Navigation.Models(
                        new MainViewModel(tasks, new Connector(opener)),
                        new ConnectionViewModel(
                                tasks, shared.connections(profiles.source()), shared.sample()),
                        new BrowserViewModel(connectionTasks, clock),
                        new PlacesViewModel(connectionTasks, clock),
                        new OutputsViewModel(connectionTasks, clock, Witnesses.of(own)),
                        new InspectorViewModel(connectionTasks, Duration.millis(120)),
                        new TransfersViewModel(
                                tasks, toasts, messages, journal, clock, layouts::layouts),
                        new LayoutsViewModel(tasks, layouts, toasts, messages));
        leftovers = new LeftoversViewModel(connectionTasks, clock);
        records =
                new RecordSources(
                        tasks,
                        remembered,
                        clock,
                        own,
                        new RecordSources.Outside(
                                models.outputs()::witnesses,
                                shared.surroundings().redactor()::hide));
        models.main()
                .openProperty()
                .subscribe(open -> records.connected(ConnectionNames.ofOpen(open)));
        models.transfers()
                .ask(
                        new RememberedUploads(remembered),
                        new PlanSheets(dialogs, messages, formats, layouts::layouts),
                        new JobRecords(
                                tasks, toasts, messages, journal, clock, Wiring::toClipboard));
        var outside =
                new Tagging.Outside(
                        new LayoutTags(layouts::layouts),
                        address -> KeyDay.of(address.key(), clock.getZone()),
                        models.transfers()::start);
        var tagging = new Tagging(connectionTasks, dialogs, messages, clock, outside);
        var reception =
                ConnectionReception.of(
                        tasks, opener, saying, clock, Wiring::toClipboard, shared.saved()::keep);
        models.connection().onTest(reception.questions()::test);
        navigation = new Navigation(models, saying, remembered, clock, tagging, windows, reception);
        navigation.layoutSheets(
                new LayoutSheets(
                        models.layouts(),
                        connectionTasks,
                        dialogs,
                        toasts,
                        messages,
                        Wiring::toClipboard));
        var follow =
                new FollowViewModel(
                        models.outputs(),
                        new RememberedFollow(remembered, models.main()::connectionName),
                        PlacesViewModel.MOST_OBJECTS,
                        clock);
        var following = new Following(follow, models);
        var followWords = new FollowWords(models.outputs().lookup()::name, messages, formats);
        follow.onAlerts(
                new FollowNotices(
                                toasts,
                                shared.desktop(),
                                this.stage::isFocused,
                                followWords,
                                messages)
                        ::tell);

        var links =
                new Links(
                        connectionTasks,
                        toasts,
                        Wiring::toClipboard,
                        messages,
                        formats,
                        clock,
                        layouts::layouts);
        var changes = new Changes(connectionTasks, dialogs, toasts, messages, formats);
        var restoring =
                new Restoring(
                        models.inspector(), connectionTasks, dialogs, toasts, messages, clock);
        var outputWork =
                new OutputWork(
                        navigation,
                        models,
                        links,
                        changes,
                        new Leftovers(leftovers, dialogs, toasts, messages, formats, clock),
                        restoring,
                        saying);
        var rearranging =
                new Rearranging(connectionTasks, dialogs, messages, () -> models.main().buckets());
        var dragOut =
                new DragOut(
                        connectionTasks, toasts, messages, formats, shared.cache().resolve("drag"));
        navigation.onLeave(() -> {
            connectionTasks.leave();
            dragOut.leave();
            sheets.closeAll();
            toasts.clear();
        });
        var browser =
                new BrowserController(
                        models.browser(),
                        new BrowserController.Collaborators(
                                links,
                                changes,
                                rearranging,
                                navigation,
                                dragOut,
                                choosers,
                                following,
                                restoring::restoreAll),
                        messages,
                        formats);
        var transfers =
                new TransfersController(
                        models.transfers(),
                        messages,
                        formats,
                        dialogs,
                        new SpeedLimit(
                                shared.bandwidth(),
                                (up, down) -> remembered.speedLimited(new SpeedLimits(up, down))),
                        new ReportExport(tasks, toasts, messages, choosers));
        var offers =
                new ConnectionOffers(
                        signIn::timeLeft,
                        Optional.of(windows::openAnother),
                        Optional.of(reception.questions()::test),
                        signIn::signIn);
        content =
                new FxmlViews(messages)
                        .with(
                                MainController.class,
                                () ->
                                        new MainController(
                                                models.main(),
                                                navigation,
                                                shared.theme(),
                                                remembered,
                                                browser::focusTable,
                                                outputWork::leftovers,
                                                () ->
                                                        dialogs.show(close ->
                                                                new RecordsSheet(
                                                                        records, messages, close)),
                                                messages,
                                                toasts.roomProperty()))
                        .with(
                                ConnectionController.class,
                                () ->
                                        shared.saved()
                                                .page(
                                                        models.connection(),
                                                        tasks,
                                                        saying,
                                                        choosers,
                                                        remembered,
                                                        offers))
                        .with(
                                PlacesController.class,
                                () ->
                                        new PlacesController(
                                                models.places(),
                                                models.browser(),
                                                navigation,
                                                messages,
                                                formats))
                        .with(
                                OutputsController.class,
                                () ->
                                        new OutputsController(
                                                models.outputs(),
                                                follow,
                                                outputWork,
                                                choosers,
                                                messages,
                                                formats,
                                                clock))
                        .with(BrowserController.class, () -> browser)
                        .with(
                                InspectorController.class,
                                () ->
                                        new InspectorController(
                                                models.inspector(),
                                                connectionTasks,
                                                restoring,
                                                messages,
                                                formats,
                                                clock))
                        .with(TransfersController.class, () -> transfers)
                        .load(MainController.class);
        signIn.attach(models.main(), navigation, content);
        sheets.setContent(content);
        pump.add(models.browser()::pump);
        pump.add(models.places()::pump);
        pump.add(follow::pump);
        pump.add(models.outputs()::pump);
        pump.add(leftovers::pump);
        pump.add(models.transfers()::pump);
        pump.add(browser::pump);
        pump.add(transfers::pump);
    }

    private static void toClipboard(String text) {
        var clipboard = new ClipboardContent();
        clipboard.putString(text);
        Clipboard.getSystemClipboard().setContent(clipboard);
    }

    /** Shows the window and begins with what was open last, or with the sample. */
    void showFirst() {
        show();
        navigation.begin();
        shared.journal().opening().thenAccept(opened -> Platform.runLater(() -> tell(opened)));
    }

    /** Shows the window with the start page. */
    void showAnother() {
        show();
        navigation.showStart();
    }

    private void show() {
        subscriptions.add(models.transfers().totalsProperty().subscribe(_ -> sign()));
        subscriptions.add(models.main().openProperty().subscribe(_ -> sign()));
        // files may have been changed while another window had the focus
        stage.onFocus(() -> models.layouts().check());
        stage.onCloseRequest(navigation::mayClose);
        stage.show(new StackPane(sheets, toasts));
        profiles.watch(models.connection()::reload);
        models.layouts().check();
    }

    private void sign() {
        QueueTotals totals = models.transfers().totalsProperty().get();
        OpenConnection open = models.main().openProperty().get();
        stage.setTitle(signs.title(totals, open == null ? "" : open.connection().name()));
        signs.notice(totals, stage.isFocused())
                .ifPresent(text -> shared.desktop().tell(messages.text("app.name"), text));
    }

    private void tell(OpenedJournal opened) {
        if (opened.trouble() != OpenedJournal.Trouble.NONE) {
            toasts.warning(
                    messages.text(
                            opened.trouble().messageKey(),
                            opened.setAside().map(Path::toString).orElse("")));
        }
    }

    /** The features' state, for whoever drives the window from outside. */
    public Navigation.Models models() {
        return models;
    }

    /** The theme. */
    public ThemeSwitcher theme() {
        return shared.theme();
    }

    /** Who hears of what. */
    public Navigation navigation() {
        return navigation;
    }

    /** The window. */
    MainStage stage() {
        return stage;
    }

    /** Lets go of what the screen shows. Whatever runs goes on until {@link #closeServices}. */
    void leave() {
        pump.stop();
        subscriptions.forEach(Subscription::unsubscribe);
        models.browser().use(null);
        models.places().use(null);
        models.layouts().use(null);
        models.outputs().use(null);
        leftovers.close();
        models.inspector().use(null);
        stage.leave();
    }

    /**
     * Ends what runs: transfers, listings. Bounded to a few seconds. It changes nothing on the
     * screen, and so may run on any thread.
     */
    void closeServices() {
        models.transfers().close();
        records.close();
        profiles.close();
        models.main().close();
        signIn.close();
    }
}
