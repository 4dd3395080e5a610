package org.outturn.ui.transfers;

import java.util.List;
import java.util.function.Consumer;
import org.outturn.jobs.JobFolder;
import org.outturn.jobs.JobUploadChoices;
import org.outturn.ui.common.Messages;
import org.outturn.upload.OverwritePolicy;
import org.outturn.upload.UploadPlan;

/** A job's folder on a sheet: an upload from which parts are left out. */
final class JobSheetKind implements PlanSheet.Kind<UploadPlan, OverwritePolicy> {
    private final PlanSheet.Kind<UploadPlan, OverwritePolicy> files;
    private final JobFolder job;
    private final Messages messages;
    private JobUploadChoices choices = JobUploadChoices.DEFAULTS;

    JobSheetKind(
            PlanSheet.Kind<UploadPlan, OverwritePolicy> files, JobFolder job, Messages messages) {
        this.files = files;
        this.job = job;
        this.messages = messages;
    }

    JobUploadChoices parts() {
        return choices;
    }

    void parts(JobUploadChoices other) {
        choices = other;
    }

    /** The plan as the choices have it. */
    UploadPlan applied(UploadPlan plan) {
        return choices.applied(plan, job);
    }

    @Override
    public String title() {
        return messages.text("job.title", job.name());
    }

    @Override
    public String question() {
        return files.question();
    }

    @Override
    public List<OverwritePolicy> choices() {
        return files.choices();
    }

    @Override
    public String choice(OverwritePolicy choice) {
        return files.choice(choice);
    }

    @Override
    public UploadPlan decide(UploadPlan plan, OverwritePolicy choice) {
        return applied(files.decide(plan, choice));
    }

    @Override
    public String summary(UploadPlan plan) {
        return files.summary(plan);
    }

    @Override
    public String action(UploadPlan plan) {
        return files.action(plan);
    }

    @Override
    public boolean isPossible(UploadPlan plan) {
        return files.isPossible(plan);
    }

    @Override
    public int size(UploadPlan plan) {
        return files.size(plan);
    }

    @Override
    public PlanLine line(UploadPlan plan, int index, Consumer<UploadPlan> change) {
        PlanLine line = files.line(plan, index, change);
        // the folder's long name, at the beginning of all, would leave no room for theirs
        return line.named(job.below(line.name()));
    }
}
