package org.outturn.ui.transfers;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.outturn.jobs.EndedJob;
import org.outturn.jobs.JobFolder;
import org.outturn.jobs.JobOutcome;
import org.outturn.jobs.JobUpload;
import org.outturn.jobs.JobUploadChoices;
import org.outturn.jobs.JobUploads;
import org.outturn.journal.Journal;
import org.outturn.storage.ObjectStore;
import org.outturn.transfer.BatchId;
import org.outturn.transfer.BatchListener;
import org.outturn.transfer.BatchReport;
import org.outturn.transfer.Direction;
import org.outturn.transfer.TransferQueue;
import org.outturn.transfer.TransferSnapshot;
import org.outturn.ui.common.FailureText;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.Notifier;
import org.outturn.ui.common.TaskRunner;
import org.outturn.upload.UploadPlan;

/** Has jobs uploaded and offers the record of what came of it. */
public final class JobRecords {
    /** How much of a job's id tells it from others; the whole is in the record. */
    private static final int ID_SHOWN = 8;

    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Messages messages;
    private final JobUploads uploads;
    private final Consumer<String> clipboard;

    /**
     * @param clipboard takes a text; called on the JavaFX thread
     */
    public JobRecords(
            TaskRunner tasks,
            Notifier notifier,
            Messages messages,
            Journal journal,
            InstantSource clock,
            Consumer<String> clipboard) {
        this.tasks = tasks;
        this.notifier = notifier;
        this.messages = messages;
        this.clipboard = clipboard;
        uploads =
                new JobUploads(
                        journal,
                        clock,
                        new JobOutcome(failure -> FailureText.of(failure, messages).why()));
    }

    /**
     * Where an upload is handed over.
     *
     * @param connection what the journal knows the queue's connection by
     */
    record Upload(TransferQueue into, String connection, BatchListener listener) {}

    /**
     * Asks about a job, has it uploaded and remembers that it is one.
     *
     * @param submit has something done where it may wait for a disk
     */
    void ask(
            PlanQuestions questions,
            JobFolder job,
            UploadPlan plan,
            PlanQuestions.Asking asking,
            Upload upload,
            Consumer<Runnable> submit) {
        questions.ask(
                job,
                plan,
                asking,
                (agreed, recorded) -> submit.accept(() -> submit(job, agreed, recorded, upload)));
    }

    private void submit(JobFolder job, UploadPlan agreed, boolean recorded, Upload upload) {
        UploadPlan plan = JobUploadChoices.tagged(agreed, job);
        BatchId batch = upload.into().submit(plan, upload.listener());
        uploads.begun(batch, upload.connection(), JobUpload.of(job, plan, recorded));
    }

    /**
     * Makes the record of a job whose files have ended and offers it; does nothing for other
     * batches. Called on the JavaFX thread.
     *
     * @param then called in any case, on the JavaFX thread: what is said of the files comes when
     *     the record is in its place
     */
    void ended(BatchReport report, Upload from, ObjectStore store, Runnable then) {
        if (report.direction() != Direction.UPLOAD) {
            then.run();
            return;
        }
        tasks.run(
                "record job",
                _ ->
                        uploads.ended(
                                report, transfers(report, from.into()), from.connection(), store),
                ended -> {
                    then.run();
                    ended.ifPresent(this::offer);
                },
                failure -> {
                    then.run();
                    notifier.failure(failure);
                });
    }

    private static List<TransferSnapshot> transfers(BatchReport report, TransferQueue queue) {
        return queue.snapshot().transfers().stream()
                .filter(transfer -> transfer.batch().equals(report.batch()))
                .toList();
    }

    private void offer(EndedJob ended) {
        ended.notStored().ifPresent(notifier::failure);
        notifier.offer(
                messages.text(
                        "job.ended",
                        ended.upload().jobId().substring(0, ID_SHOWN),
                        messages.text(ended.result().status().kind().messageKey())),
                messages.text("job.copyRecord"),
                () -> {
                    clipboard.accept(ended.json());
                    notifier.success(messages.text("job.copied"));
                });
    }
}
