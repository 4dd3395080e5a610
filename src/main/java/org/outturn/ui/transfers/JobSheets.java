package org.outturn.ui.transfers;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import org.outturn.jobs.JobContents;
import org.outturn.jobs.JobFolder;
import org.outturn.jobs.JobTags;
import org.outturn.jobs.JobUploadChoices;
import org.outturn.pipeline.Producer;
import org.outturn.pipeline.UploadDefaults;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.storage.Prefix;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;
import org.outturn.upload.OverwritePolicy;
import org.outturn.upload.UploadOptions;
import org.outturn.upload.UploadPlan;

/** Puts the sheet for a job's folder together: the files, what of them goes, and how. */
final class JobSheets {
    /** Height of the window in pixels. */
    private static final double ROOM_FOR_ALL = 700;

    private final Messages messages;
    private final Formats formats;
    private final JobFolder job;
    private final PlanQuestions.Asking asking;
    private final JobSheetKind kind;
    private final PlanSheet<UploadPlan, OverwritePolicy> sheet;
    private final UploadOptionsPane options;
    private final JobPane pane;

    JobSheets(
            JobFolder job,
            UploadPlan plan,
            PlanQuestions.Asking asking,
            Messages messages,
            Formats formats,
            Runnable close,
            PlanQuestions.JobAgreement agreed) {
        this.messages = messages;
        this.formats = formats;
        this.job = job;
        this.asking = asking;
        kind = new JobSheetKind(new UploadSheetKind(plan, messages, formats), job, messages);
        options = options(plan);
        pane =
                new JobPane(
                        JobContents.of(job, plan),
                        plan.target(),
                        messages,
                        formats,
                        this::choose,
                        this::move);
        sheet =
                new PlanSheet<>(
                        kind.applied(plan),
                        kind,
                        plan.policy(),
                        messages,
                        close,
                        chosen -> {
                            if (options.isKept()) {
                                asking.keep(chosen.options());
                            }
                            agreed.to(chosen, kind.parts().recorded());
                        });
        sheet.getStyleClass().add("job-sheet");
        sheet.addFirst(pane);
        sheet.add(options);
        makeRoom();
    }

    /** In a low window there is room for the options or for the choices, not for both. */
    private void makeRoom() {
        ObservableValue<Boolean> high =
                sheet.sceneProperty()
                        .flatMap(Scene::heightProperty)
                        .map(height -> height.doubleValue() >= ROOM_FOR_ALL)
                        .orElse(true);
        pane.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> high.getValue() || !options.isExpanded(),
                                high,
                                options.expandedProperty()));
        pane.managedProperty().bind(pane.visibleProperty());
    }

    PlanSheet<UploadPlan, OverwritePolicy> sheet() {
        return sheet;
    }

    private UploadOptionsPane options(UploadPlan plan) {
        return new UploadOptionsPane(plan.options(), asTheScraperAsks(), messages, this::store)
                .placeholders(JobTags.PLACEHOLDERS);
    }

    /** Its tags with those of the job; wherever the job goes. */
    private Optional<UploadDefaults> asTheScraperAsks() {
        return Layouts.SHIPPED
                .uploadDefaults(Producer.SCRAPER)
                .map(usual -> usual.withTags(JobTags.filled(JobTags.TEMPLATE, job).values()));
    }

    private void choose(JobUploadChoices other) {
        kind.parts(other);
        if (!sheet.isWaiting()) {
            sheet.plan(kind.applied(sheet.plan()));
        }
    }

    private void store(UploadOptions chosen) {
        if (!pane.isPlaced()) {
            // it counts when there is a place
            return;
        }
        UploadPlan now = sheet.plan();
        if (!sheet.isWaiting() && chosen.compareBy() == now.options().compareBy()) {
            sheet.plan(kind.applied(now.withOptions(chosen)));
            return;
        }
        sheet.waiting(messages.text("plan.comparing"));
        asking.again(chosen, now.policy(), plan -> sheet.plan(kind.applied(plan)));
    }

    private void move(Optional<Prefix> typed) {
        typed.ifPresentOrElse(this::move, () -> sheet.waiting(messages.text("job.place.bad")));
    }

    private void move(Prefix place) {
        UploadPlan before = sheet.plan();
        sheet.waiting(messages.text("plan.comparing"));
        asking.at(
                place,
                options.options(),
                before.policy(),
                plan -> {
                    pane.target(plan.target());
                    sheet.plan(kind.applied(plan));
                },
                () -> {
                    pane.target(before.target());
                    sheet.plan(kind.applied(before));
                });
    }
}
