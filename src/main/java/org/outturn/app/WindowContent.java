package org.outturn.app;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Parent;
import org.outturn.layouts.LayoutBook;
import org.outturn.settings.SpeedLimits;
import org.outturn.ui.browser.BrowserController;
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
import org.outturn.ui.common.SnapshotPump;
import org.outturn.ui.common.TaskRunner;
import org.outturn.ui.common.ToastPane;
import org.outturn.ui.connection.ConnectionController;
import org.outturn.ui.connection.ConnectionOffers;
import org.outturn.ui.inspector.InspectorController;
import org.outturn.ui.inspector.Restoring;
import org.outturn.ui.leftovers.Leftovers;
import org.outturn.ui.leftovers.LeftoversViewModel;
import org.outturn.ui.main.ConnectionNames;
import org.outturn.ui.main.Following;
import org.outturn.ui.main.MainController;
import org.outturn.ui.main.Navigation;
import org.outturn.ui.main.OutputWork;
import org.outturn.ui.main.Windows;
import org.outturn.ui.outputs.FollowNotices;
import org.outturn.ui.outputs.FollowViewModel;
import org.outturn.ui.outputs.FollowWords;
import org.outturn.ui.outputs.OutputsController;
import org.outturn.ui.records.RecordSources;
import org.outturn.ui.records.RecordsSheet;
import org.outturn.ui.transfers.ReportExport;
import org.outturn.ui.transfers.SpeedLimit;
import org.outturn.ui.transfers.TransfersController;

/** What one window shows: the controllers of its views, made by hand. Used on the JavaFX thread. */
final class WindowContent {
    private final Parent content;
    private final LeftoversViewModel leftovers;
    private final FollowViewModel follow;
    private final BrowserController browser;
    private final TransfersController transfers;

    /**
     * What it is made of.
     *
     * @param choosers the system's choosers
     * @param layouts those that count in this window
     */
    record Parts(
            Navigation.Models models,
            Navigation navigation,
            Windows windows,
            FileChoosers choosers,
            SignInParts signIn,
            ConnectionReception reception,
            RecordSources records,
            LayoutBook layouts,
            MainStage stage) {}

    WindowContent(WindowKit kit, Parts parts) {
        Shared shared = kit.shared();
        Messages messages = shared.messages();
        Formats formats = shared.formats();
        Clock clock = shared.clock();
        TaskRunner tasks = shared.tasks();
        RememberedSettings remembered = shared.remembered();
        ConnectionTasks connectionTasks = kit.connectionTasks();
        SheetDialogs dialogs = kit.dialogs();
        ToastPane toasts = kit.toasts();
        Navigation.Saying saying = kit.saying();
        Navigation.Models models = parts.models();
        Navigation navigation = parts.navigation();
        FileChoosers choosers = parts.choosers();
        SignInParts signIn = parts.signIn();
        ConnectionReception reception = parts.reception();
        LayoutBook layouts = parts.layouts();
        MainStage stage = parts.stage();
        leftovers = new LeftoversViewModel(connectionTasks, clock);
        follow =
                new FollowViewModel(
                        models.outputs(),
                        new RememberedFollow(
                                remembered,
                                () ->
                                        Objects.requireNonNullElse(
                                                ConnectionNames.ofOpen(
                                                        models.main().openProperty().get()),
                                                "")),
                        PlacesViewModel.MOST_OBJECTS,
                        clock);
        var following = new Following(follow, models);
        var followWords = new FollowWords(models.outputs().lookup()::name, messages, formats);
        follow.onAlerts(
                new FollowNotices(toasts, shared.desktop(), stage::isFocused, followWords, messages)
                        ::tell);

        var links =
                new Links(
                        connectionTasks,
                        toasts,
                        WindowKit::toClipboard,
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
            kit.sheets().closeAll();
            toasts.clear();
        });
        browser =
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
        transfers =
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
                        Optional.of(parts.windows()::openAnother),
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
                                                                        parts.records(),
                                                                        messages,
                                                                        close)),
                                                messages,
                                                toasts.roomProperty()))
                        .with(
                                ConnectionController.class,
                                () ->
                                        shared.saved()
                                                .page(
                                                        models.connection(),
                                                        tasks,
                                                        kit.lasting(),
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
    }

    Parent root() {
        return content;
    }

    /** Brings what is new to the screen, as often as the pump goes. */
    void pumpedBy(SnapshotPump pump, Navigation.Models models) {
        pump.add(models.browser()::pump);
        pump.add(models.places()::pump);
        pump.add(follow::pump);
        pump.add(models.outputs()::pump);
        pump.add(leftovers::pump);
        pump.add(models.transfers()::pump);
        pump.add(browser::pump);
        pump.add(transfers::pump);
    }

    /** Gives up what it looks for. */
    void leave() {
        leftovers.close();
    }
}
