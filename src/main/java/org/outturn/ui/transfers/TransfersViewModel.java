package org.outturn.ui.transfers;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.outturn.download.DownloadPlanner;
import org.outturn.download.DownloadSelection;
import org.outturn.download.ExistingFilePolicy;
import org.outturn.jobs.JobFolder;
import org.outturn.journal.Journal;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.rearrange.PlanRequest;
import org.outturn.rearrange.RearrangePlan;
import org.outturn.rearrange.RearrangePlanner;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ObjectTags;
import org.outturn.storage.Prefix;
import org.outturn.tagging.TagPlan;
import org.outturn.transfer.BatchReport;
import org.outturn.transfer.QueueSnapshot;
import org.outturn.transfer.QueueTotals;
import org.outturn.transfer.TransferOptions;
import org.outturn.transfer.TransferQueue;
import org.outturn.transfer.TransferSnapshot;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.Notifier;
import org.outturn.ui.common.TaskRunner;
import org.outturn.upload.OverwritePolicy;
import org.outturn.upload.UploadPlan;

/**
 * Plans transfers, asks when something is in the way, and shows what the queue does. Used on the
 * JavaFX thread.
 */
public final class TransfersViewModel {
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Messages messages;
    private final Supplier<Layouts> layouts;
    private final Journal journal;
    private final Clock clock;
    private final Planning planning;
    private final QueueCommands commands;
    private final Submissions submissions;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final QueueWatch watch;
    // of the present queue: what an earlier one still says belongs to another connection
    private Reports reports = new Reports();

    private @Nullable ObjectStore store;
    private @Nullable TransferQueue queue;
    private PlanQuestions questions = PlanQuestions.AGREE;
    private UploadMemory memory = UploadMemory.NONE;
    private @Nullable JobRecords jobs;
    private String connection = "";

    /**
     * @param journal what outlives the program; closed by its owner
     * @param layouts gives those that count at the moment
     */
    public TransfersViewModel(
            TaskRunner tasks,
            Notifier notifier,
            Messages messages,
            Journal journal,
            Clock clock,
            Supplier<Layouts> layouts) {
        this.layouts = layouts;
        this.messages = messages;
        this.journal = journal;
        this.clock = clock;
        this.tasks = tasks;
        this.notifier = notifier;
        this.watch = new QueueWatch(tasks, notifier);
        this.submissions = new Submissions(tasks, notifier, this::pump);
        this.planning = new Planning(tasks, notifier, shown, this::isEmpty);
        this.commands = new QueueCommands(tasks, notifier, planning, () -> queue, this::pump);
    }

    /**
     * Says who answers for the operator.
     *
     * @param how knows how uploads are to be stored
     * @param plans is asked about plans
     * @param records keeps records of jobs
     */
    public void ask(UploadMemory how, PlanQuestions plans, JobRecords records) {
        memory = how;
        questions = plans;
        jobs = records;
    }

    /**
     * Says who is told when the files of one drop or one download have all ended; on the JavaFX
     * thread.
     */
    public void onFinished(Consumer<BatchReport> who) {
        reports.onFinished(report -> ended(report, who));
    }

    /** Says who is told of tags that have been changed, as they are now; on the JavaFX thread. */
    public void onTagged(Consumer<Map<ObjectAddress, ObjectTags>> who) {
        reports.onTagged(who);
    }

    /**
     * Leaves the store before; its transfers go on when its connection is opened again.
     *
     * @param connection what the journal knows the store's connection by
     */
    public void use(@Nullable ObjectStore next, String connection) {
        pump();
        reports = reports.next();
        this.connection = connection;
        TransferQueue before = queue;
        planning.cancel();
        queue =
                next == null
                        ? null
                        : new TransferQueue(
                                next, TransferOptions.DEFAULTS, journal, connection, clock);
        store = next;
        watch.follow(queue);
        if (before != null) {
            tasks.run(
                    "close the transfers",
                    _ -> {
                        before.close();
                        return true;
                    },
                    _ -> restore(),
                    notifier::failure);
        } else {
            restore();
        }
    }

    /** Goes on with what the journal has of this connection. */
    private void restore() {
        TransferQueue into = queue;
        if (into == null) {
            return;
        }
        Reports told = reports;
        tasks.run(
                "restore transfers",
                _ -> into.restore(told),
                open -> {
                    if (open > 0 && into == queue) {
                        shown.set(true);
                        notifier.info(messages.text("transfers.restored", open));
                        pump();
                    }
                },
                notifier::failure);
    }

    /**
     * Tells of transfers that wait for their connection to be opened.
     *
     * @param known what connections are called that the journal knows otherwise
     * @param opening the one that is being opened already, as the journal has it; may be empty
     */
    public void tellOfUnfinished(Map<String, String> known, String opening) {
        new UnfinishedTransfers(tasks, notifier, messages).tell(journal, known, opening);
    }

    /** Stops what runs and waits for it, a few seconds at most: for the end of the program. */
    public void close() {
        planning.cancel();
        TransferQueue now = queue;
        if (now != null) {
            now.close();
        }
    }

    /** How many transfers wait or run. */
    public int left() {
        TransferQueue now = queue;
        return now == null ? 0 : now.snapshot().totals().left();
    }

    /** Plans an upload and starts it; asks first when objects are in the way or files cannot go. */
    public void upload(List<Path> files, Prefix target) {
        upload(files, target, PlanTexts::needsAnswer);
    }

    /** Plans an upload and asks in any case how it is to be stored. */
    public void uploadAsking(List<Path> files, Prefix target) {
        upload(files, target, _ -> true);
    }

    private void upload(List<Path> files, Prefix target, Predicate<UploadPlan> asks) {
        ObjectStore to = store;
        TransferQueue into = queue;
        Reports told = reports;
        if (to == null || into == null) {
            return;
        }
        var asking =
                new UploadAsking(
                        tasks, notifier, memory, layouts.get(), to, connection, files, target);
        var found = new AtomicLong();
        planning.make(
                found,
                "plan upload",
                cancellation ->
                        asking.plan(
                                asking.first(),
                                OverwritePolicy.REPLACE_DIFFERENT,
                                cancellation,
                                (_, count) -> found.set(count)),
                plan -> {
                    Optional<JobFolder> job = JobFolder.only(files).filter(j -> j.isIn(plan));
                    JobRecords.Upload upload = new JobRecords.Upload(into, connection, told);
                    if (jobs != null && job.isPresent()) {
                        planning.hide();
                        jobs.ask(questions, job.get(), plan, asking, upload, this::submit);
                    } else if (asks.test(plan)) {
                        planning.hide();
                        questions.ask(
                                plan, asking, agreed -> submit(() -> into.submit(agreed, told)));
                    } else {
                        submit(() -> into.submit(plan, told));
                    }
                });
    }

    /** Plans a download and starts it; asks first when files are in the way. */
    public void download(DownloadSelection selection, Path folder) {
        ObjectStore from = store;
        TransferQueue into = queue;
        Reports told = reports;
        if (from == null || into == null) {
            return;
        }
        var found = new AtomicLong();
        planning.make(
                found,
                "plan download",
                cancellation ->
                        new DownloadPlanner(from)
                                .plan(
                                        selection,
                                        folder,
                                        ExistingFilePolicy.KEEP_BOTH,
                                        cancellation,
                                        found::set),
                plan -> {
                    if (PlanTexts.needsAnswer(plan)) {
                        planning.hide();
                        questions.ask(plan, agreed -> submit(() -> into.submit(agreed, told)));
                    } else {
                        submit(() -> into.submit(plan, told));
                    }
                });
    }

    /** Plans work of the server and starts it; asks first when something is in the way. */
    public void rearrange(PlanRequest wanted) {
        ObjectStore on = store;
        TransferQueue into = queue;
        if (on == null || into == null) {
            return;
        }
        var found = new AtomicLong();
        planning.make(
                found,
                "plan work of the server",
                cancellation -> wanted.plan(new RearrangePlanner(on), cancellation, found::set),
                plan -> {
                    if (PlanTexts.needsAnswer(plan)) {
                        planning.hide();
                        questions.ask(plan, this::start);
                    } else {
                        start(plan);
                    }
                });
    }

    /** Starts work of the server that the operator has agreed to. */
    public void start(RearrangePlan agreed) {
        start((into, told) -> into.submit(agreed, told));
    }

    /** Starts to change the tags that the operator wants changed. */
    public void start(TagPlan wanted) {
        start((into, told) -> into.submit(wanted, told));
    }

    private void start(BiConsumer<TransferQueue, Reports> work) {
        TransferQueue into = queue;
        Reports told = reports;
        if (into != null) {
            submit(() -> work.accept(into, told));
        }
    }

    private boolean isEmpty() {
        QueueTotals now = watch.totalsProperty().get();
        return now == null || now.count() == 0;
    }

    private void submit(Runnable work) {
        planning.keepShown();
        submissions.add(work);
    }

    /** Brings the queue's state to the screen; to be called about ten times a second. */
    public void pump() {
        reports.tell();
        watch.pump();
    }

    private void ended(BatchReport report, Consumer<BatchReport> who) {
        Runnable then = () -> who.accept(report);
        if (jobs == null || queue == null || store == null) {
            then.run();
        } else {
            var from = new JobRecords.Upload(queue, connection, reports);
            jobs.ended(report, from, store, then);
        }
    }

    /** What the operator can have done to transfers. */
    QueueCommands commands() {
        return commands;
    }

    /** What is shown of the queue, filtered and folded. */
    QueueWatch watch() {
        return watch;
    }

    /** All transfers as they were at the last look, in the order of submission; a snapshot. */
    public List<TransferSnapshot> transfers() {
        QueueSnapshot now = watch.rows().view().snapshot();
        return now == null ? List.of() : now.transfers();
    }

    /** Sums over the queue; nothing before the first look. */
    public ReadOnlyObjectProperty<@Nullable QueueTotals> totalsProperty() {
        return watch.totalsProperty();
    }

    /** The plan that is being made, if one is. */
    public ReadOnlyObjectProperty<Planning.@Nullable Running> planningProperty() {
        return planning.runningProperty();
    }

    /** Whether the panel is open. */
    public BooleanProperty shownProperty() {
        return shown;
    }
}
