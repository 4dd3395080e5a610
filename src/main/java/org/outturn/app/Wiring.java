package org.outturn.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
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
import org.outturn.tagging.KeyDay;
import org.outturn.transfer.QueueTotals;
import org.outturn.ui.browser.BrowserViewModel;
import org.outturn.ui.browser.PlacesViewModel;
import org.outturn.ui.common.FileChoosers;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.SnapshotPump;
import org.outturn.ui.common.TaskRunner;
import org.outturn.ui.common.ThemeSwitcher;
import org.outturn.ui.common.ToastPane;
import org.outturn.ui.connection.ConnectionViewModel;
import org.outturn.ui.inspector.InspectorViewModel;
import org.outturn.ui.layouts.LayoutSheets;
import org.outturn.ui.layouts.LayoutsViewModel;
import org.outturn.ui.main.ConnectionNames;
import org.outturn.ui.main.MainViewModel;
import org.outturn.ui.main.Navigation;
import org.outturn.ui.main.Windows;
import org.outturn.ui.outputs.OutputsViewModel;
import org.outturn.ui.records.RecordSources;
import org.outturn.ui.tagging.Tagging;
import org.outturn.ui.transfers.JobRecords;
import org.outturn.ui.transfers.PlanSheets;
import org.outturn.ui.transfers.TransferSigns;
import org.outturn.ui.transfers.TransfersViewModel;

/**
 * The composition root of one window: makes everything by hand, once, and says who gets what. Used
 * on the JavaFX thread.
 */
public final class Wiring {

    private final Shared shared;
    private final Messages messages;
    private final RememberedSettings remembered;
    private final WindowKit kit;
    private final SnapshotPump pump = SnapshotPump.atScreenRate();
    private final Navigation navigation;
    private final Navigation.Models models;
    private final WindowContent content;
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
        kit = new WindowKit(shared);
        var connectionTasks = kit.connectionTasks();
        var dialogs = kit.dialogs();
        ToastPane toasts = kit.toasts();
        PendingJournal journal = shared.journal();
        signs = new TransferSigns(messages, formats);
        LayoutBook layouts = shared.newLayouts();
        var own = new OwnUploads(journal);
        Navigation.Saying saying = kit.saying();
        signIn = new SignInParts(shared.signIn(), tasks, clock, kit.lasting());
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
                                tasks, toasts, messages, journal, clock, WindowKit::toClipboard));
        var outside =
                new Tagging.Outside(
                        new LayoutTags(layouts::layouts),
                        address -> KeyDay.of(address.key(), clock.getZone()),
                        models.transfers()::start);
        var tagging = new Tagging(connectionTasks, dialogs, messages, clock, outside);
        var reception =
                ConnectionReception.of(
                        tasks,
                        opener,
                        kit.lasting(),
                        clock,
                        WindowKit::toClipboard,
                        shared.saved()::keep);
        models.connection().onTest(reception.questions()::test);
        navigation = new Navigation(models, saying, remembered, clock, tagging, windows, reception);
        navigation.layoutSheets(
                new LayoutSheets(
                        models.layouts(),
                        connectionTasks,
                        dialogs,
                        toasts,
                        messages,
                        WindowKit::toClipboard));
        content =
                new WindowContent(
                        kit,
                        new WindowContent.Parts(
                                models,
                                navigation,
                                windows,
                                choosers,
                                signIn,
                                reception,
                                records,
                                layouts,
                                this.stage));
        kit.sheets().setContent(content.root());
        content.pumpedBy(pump, models);
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
        stage.show(new StackPane(kit.sheets(), kit.toasts()));
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
            kit.toasts()
                    .warning(
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
        content.leave();
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
