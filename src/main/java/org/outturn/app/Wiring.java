package org.outturn.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.outturn.aws.AwsProfiles;
import org.outturn.aws.S3StoreOpener;
import org.outturn.connection.Connector;
import org.outturn.evidence.Witnesses;
import org.outturn.jobs.OwnUploads;
import org.outturn.journal.JournalFile;
import org.outturn.journal.OpenedJournal;
import org.outturn.journal.PendingJournal;
import org.outturn.layouts.LayoutBook;
import org.outturn.settings.SpeedLimits;
import org.outturn.storage.Bandwidth;
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
import org.outturn.ui.common.BackgroundRunner;
import org.outturn.ui.common.DesktopNotice;
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
import org.outturn.ui.connection.ConnectionViewModel;
import org.outturn.ui.inspector.InspectorController;
import org.outturn.ui.inspector.InspectorViewModel;
import org.outturn.ui.inspector.Restoring;
import org.outturn.ui.layouts.LayoutSheets;
import org.outturn.ui.layouts.LayoutsViewModel;
import org.outturn.ui.leftovers.Leftovers;
import org.outturn.ui.leftovers.LeftoversViewModel;
import org.outturn.ui.main.Following;
import org.outturn.ui.main.MainController;
import org.outturn.ui.main.MainViewModel;
import org.outturn.ui.main.Navigation;
import org.outturn.ui.main.OutputWork;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The composition root: makes everything by hand, once, and says who gets what. Used on the JavaFX
 * thread.
 */
public final class Wiring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    private final Messages messages;
    private final RememberedSettings remembered;
    private final SampleSource sample;
    private final SheetPane sheets = new SheetPane();
    private final SnapshotPump pump = SnapshotPump.atScreenRate();
    private final Navigation navigation;
    private final ThemeSwitcher theme = new ThemeSwitcher();
    private final Navigation.Models models;
    private final Parent content;
    private final LeftoversViewModel leftovers;
    private final PendingJournal journal;
    private final ToastPane toasts;
    private final RecordSources records;
    private final TransferSigns signs;
    private final DesktopNotice desktop = new NotifySend("notify-send");
    private final SignInServices signInServices;
    private final SignInParts signIn;
    private @Nullable Stage shown;

    /**
     * @param choosers the system's choosers, or what stands in for them on a screen that has none
     */
    public Wiring(Surroundings surroundings, FileChoosers choosers) {
        Clock clock = surroundings.clock();
        messages = new Messages(surroundings.locale());
        var formats = new Formats(messages, clock.getZone());
        signs = new TransferSigns(messages, formats);
        TaskRunner tasks = new BackgroundRunner(Platform::runLater);
        var dialogs = new SheetDialogs(sheets, messages);
        toasts = new ToastPane(messages, dialogs, Duration.seconds(6));
        Path cache = surroundings.folders().cache();
        sample =
                new SampleSource(
                        cache.resolve("sample"), clock, messages.text("main.connection.sample"));
        var settingsFile = new SettingsFile(surroundings.folders());
        remembered =
                new RememberedSettings(
                        settingsFile.store(),
                        settingsFile.read(),
                        Map.of(messages.text("main.connection.sample"), SampleSource.FIRST_BUCKET));
        theme.choose(ThemeSwitcher.Choice.valueOf(remembered.settings().theme().name()));

        Bandwidth bandwidth = Bandwidth.unlimited();
        bandwidth.up().set(remembered.settings().speed().up());
        bandwidth.down().set(remembered.settings().speed().down());
        journal =
                PendingJournal.of(
                        new JournalFile(surroundings.folders().state().resolve("queue.db"), clock));
        var layouts = new LayoutBook(surroundings.folders().config().resolve("layouts"));
        var own = new OwnUploads(journal);
        signInServices = new SignInServices(surroundings, messages);
        var profiles = new AwsProfiles(surroundings.awsFiles(), surroundings.environment());
        models =
                new Navigation.Models(
                        new MainViewModel(
                                tasks,
                                new Connector(
                                        new GuardedOpener(
                                                signInServices.opener(
                                                        new S3StoreOpener(
                                                                surroundings.awsFiles(),
                                                                bandwidth)),
                                                surroundings.redactor()))),
                        new ConnectionViewModel(tasks, profiles, sample),
                        new BrowserViewModel(tasks, clock),
                        new PlacesViewModel(tasks, clock),
                        new OutputsViewModel(tasks, clock, Witnesses.of(own)),
                        new InspectorViewModel(tasks, Duration.millis(120)),
                        new TransfersViewModel(
                                tasks, toasts, messages, journal, clock, layouts::layouts),
                        new LayoutsViewModel(tasks, layouts, toasts, messages));
        leftovers = new LeftoversViewModel(tasks, clock);
        records =
                new RecordSources(
                        tasks,
                        remembered,
                        clock,
                        own,
                        new RecordSources.Outside(
                                models.outputs()::witnesses, surroundings.redactor()::hide));
        models.main()
                .openProperty()
                .subscribe(
                        open -> records.connected(open == null ? null : open.connection().name()));
        models.transfers()
                .ask(
                        new RememberedUploads(remembered),
                        new PlanSheets(dialogs, messages, formats, layouts::layouts),
                        new JobRecords(
                                tasks, toasts, messages, journal, clock, Wiring::toClipboard));
        var saying = new Navigation.Saying(toasts, dialogs, messages, formats);
        var outside =
                new Tagging.Outside(
                        new LayoutTags(layouts::layouts),
                        address -> KeyDay.of(address.key(), clock.getZone()),
                        models.transfers()::start);
        var tagging = new Tagging(tasks, dialogs, messages, clock, outside);
        navigation = new Navigation(models, saying, remembered, clock, tagging);
        navigation.layoutSheets(
                new LayoutSheets(
                        models.layouts(), tasks, dialogs, toasts, messages, Wiring::toClipboard));
        var follow =
                new FollowViewModel(
                        models.outputs(),
                        new RememberedFollow(remembered),
                        PlacesViewModel.MOST_OBJECTS,
                        clock);
        new Following(follow, models.places(), models.outputs());
        var followWords = new FollowWords(models.outputs().lookup()::name, messages, formats);
        follow.onAlerts(
                new FollowNotices(toasts, desktop, this::isFocused, followWords, messages)::tell);

        var links =
                new Links(
                        tasks,
                        toasts,
                        Wiring::toClipboard,
                        messages,
                        formats,
                        clock,
                        layouts::layouts);
        var changes = new Changes(tasks, dialogs, toasts, messages, formats);
        var outputWork =
                new OutputWork(
                        navigation,
                        models,
                        links,
                        changes,
                        new Leftovers(leftovers, dialogs, toasts, messages, formats, clock),
                        toasts,
                        messages);
        var rearranging = new Rearranging(tasks, dialogs, messages, () -> models.main().buckets());
        var dragOut = new DragOut(tasks, toasts, messages, formats, cache.resolve("drag"));
        var browser =
                new BrowserController(
                        models.browser(),
                        new BrowserController.Collaborators(
                                links, changes, rearranging, navigation, dragOut, choosers),
                        messages,
                        formats);
        var transfers =
                new TransfersController(
                        models.transfers(),
                        messages,
                        formats,
                        dialogs,
                        new SpeedLimit(
                                bandwidth,
                                (up, down) -> remembered.speedLimited(new SpeedLimits(up, down))),
                        new ReportExport(tasks, toasts, messages, choosers));
        content =
                new FxmlViews(messages)
                        .with(
                                MainController.class,
                                () ->
                                        new MainController(
                                                models.main(),
                                                navigation,
                                                theme,
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
                                () -> new ConnectionController(models.connection(), messages))
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
                                                tasks,
                                                new Restoring(
                                                        models.inspector(),
                                                        dialogs,
                                                        toasts,
                                                        messages,
                                                        clock),
                                                messages,
                                                formats,
                                                clock))
                        .with(TransfersController.class, () -> transfers)
                        .load(MainController.class);
        signIn = new SignInParts(signInServices, tasks, clock, saying);
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

    /** Shows the window and begins. */
    public void show(Stage stage) {
        new MainStage(stage, remembered).show(new StackPane(sheets, toasts));
        models.transfers().totalsProperty().subscribe(totals -> sign(stage, totals));
        // files may have been changed while another window had the focus
        stage.focusedProperty()
                .subscribe(focused -> {
                    if (focused) {
                        models.layouts().check();
                    }
                });
        stage.show();
        shown = stage;
        models.layouts().check();
        navigation.begin();
        journal.opening().thenAccept(opened -> Platform.runLater(() -> tell(opened)));
    }

    private void sign(Stage stage, @Nullable QueueTotals totals) {
        stage.setTitle(signs.title(totals));
        signs.notice(totals, stage.isFocused())
                .ifPresent(text -> desktop.tell(messages.text("app.name"), text));
    }

    private boolean isFocused() {
        return shown != null && shown.isFocused();
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
        return theme;
    }

    /** Who hears of what. */
    public Navigation navigation() {
        return navigation;
    }

    /** Ends what runs: transfers, listings, the sample server. Bounded to a few seconds. */
    @Override
    public void close() {
        pump.stop();
        models.browser().use(null);
        models.places().use(null);
        models.layouts().use(null);
        models.outputs().use(null);
        leftovers.close();
        models.inspector().use(null);
        closeServices();
    }

    /**
     * The part of {@link #close()} that must not be left out: it changes nothing on the screen, and
     * so may run on another thread once the JavaFX thread takes no more work.
     */
    void closeServices() {
        if (shown != null && shown.isShowing()) {
            remembered.windowAt(new WindowPlace(shown).now());
        }
        models.transfers().close();
        records.close();
        journal.close();
        models.main().close();
        signIn.close();
        signInServices.close();
        remembered.close();
        try {
            sample.close();
        } catch (IOException e) {
            LOG.warn("the sample server did not end in order", e);
        }
    }
}
