package org.outturn.ui.transfers;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.outturn.download.DownloadAction;
import org.outturn.download.DownloadPlan;
import org.outturn.download.ExistingFilePolicy;
import org.outturn.download.PlannedDownload;
import org.outturn.rearrange.PlannedObject;
import org.outturn.rearrange.RearrangeAction;
import org.outturn.rearrange.RearrangePlan;
import org.outturn.rearrange.TakenKeyPolicy;
import org.outturn.ui.common.Dialogs;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;
import org.outturn.upload.Comparison;
import org.outturn.upload.OverwritePolicy;
import org.outturn.upload.PlannedFile;
import org.outturn.upload.UploadAction;
import org.outturn.upload.UploadPlan;

/**
 * Shows plans in which something is in the way, and lets the operator choose what becomes of it.
 */
public final class PlanSheets implements TransfersViewModel.PlanQuestions {
    private final Dialogs dialogs;
    private final Messages messages;
    private final Formats formats;
    private final PlanTexts texts;

    public PlanSheets(Dialogs dialogs, Messages messages, Formats formats) {
        this.dialogs = dialogs;
        this.messages = messages;
        this.formats = formats;
        this.texts = new PlanTexts(messages, formats);
    }

    @Override
    public void ask(UploadPlan plan, Consumer<UploadPlan> agreed) {
        String where = plan.target().s3Uri();
        dialogs.show(close ->
                new PlanSheet<>(
                        plan,
                        List.of(OverwritePolicy.values()),
                        new PlanSheet.Words<UploadPlan, OverwritePolicy>(
                                messages.text("plan.title.upload", where),
                                messages.text(
                                        plan.comparison() == Comparison.UNKNOWN
                                                ? "plan.uncompared"
                                                : "plan.question.upload"),
                                policy -> messages.text("plan.policy." + policy),
                                texts::summary,
                                p -> messages.text("plan.action.upload", p.filesToStore()),
                                this::lines),
                        plan.policy(),
                        UploadPlan::withPolicy,
                        p -> p.filesToStore() > 0,
                        messages,
                        close,
                        agreed));
    }

    @Override
    public void ask(DownloadPlan plan, Consumer<DownloadPlan> agreed) {
        dialogs.show(close ->
                new PlanSheet<>(
                        plan,
                        List.of(ExistingFilePolicy.values()),
                        new PlanSheet.Words<DownloadPlan, ExistingFilePolicy>(
                                messages.text("plan.title.download", plan.folder().toString()),
                                messages.text("plan.question.download"),
                                policy -> messages.text("plan.existing." + policy),
                                texts::summary,
                                p -> messages.text("plan.action.download", writes(p)),
                                this::lines),
                        plan.policy(),
                        DownloadPlan::withPolicy,
                        p -> writes(p) > 0,
                        messages,
                        close,
                        agreed));
    }

    @Override
    public void ask(RearrangePlan plan, Consumer<RearrangePlan> agreed) {
        String where = plan.target().orElse(plan.base()).s3Uri();
        dialogs.show(close ->
                new PlanSheet<>(
                        plan,
                        List.of(TakenKeyPolicy.values()),
                        new PlanSheet.Words<RearrangePlan, TakenKeyPolicy>(
                                messages.text("plan.title." + plan.kind(), where),
                                messages.text(
                                        plan.compared()
                                                ? "plan.question.upload"
                                                : "plan.uncompared"),
                                policy -> messages.text("plan.taken." + policy),
                                texts::summary,
                                p -> messages.text("plan.action." + p.kind(), p.objectsToDo()),
                                this::lines),
                        plan.policy(),
                        RearrangePlan::withPolicy,
                        p -> p.objectsToDo() > 0,
                        messages,
                        close,
                        agreed));
    }

    private static int writes(DownloadPlan plan) {
        return plan.count(DownloadAction.CREATE) + plan.count(DownloadAction.REPLACE);
    }

    private List<PlanLine> lines(UploadPlan plan) {
        return lines(plan.files(), this::line);
    }

    private List<PlanLine> lines(DownloadPlan plan) {
        return lines(plan.objects(), this::line);
    }

    private List<PlanLine> lines(RearrangePlan plan) {
        return lines(plan.objects(), this::line);
    }

    private PlanLine line(PlannedObject object) {
        RearrangeAction action = object.action();
        return new PlanLine(
                object.name(),
                formats.size(object.size()),
                kind(object),
                messages.text("plan.does." + action),
                messages.text(object.reason().messageKey()));
    }

    /** What it is at the target, for the colour. */
    private static String kind(PlannedObject object) {
        return switch (object.action()) {
            case COPY, MOVE -> object.replace() ? "REPLACE" : "CREATE";
            case DELETE, SKIP, REFUSE -> object.action().name();
        };
    }

    private PlanLine line(PlannedFile file) {
        UploadAction action = file.action();
        return new PlanLine(
                file.name(),
                formats.size(file.size()),
                action.name(),
                messages.text("plan.does." + action),
                messages.text(file.reason().messageKey()));
    }

    private PlanLine line(PlannedDownload object) {
        DownloadAction action = object.action();
        return new PlanLine(
                object.name(),
                formats.size(object.size()),
                action.name(),
                messages.text("plan.does." + action),
                messages.text(object.reason().messageKey()));
    }

    /** Lines are made when they are looked at: a plan may have a hundred thousand. */
    private static <T> List<PlanLine> lines(List<T> of, Function<T, PlanLine> line) {
        return new AbstractList<>() {
            @Override
            public PlanLine get(int index) {
                return line.apply(of.get(index));
            }

            @Override
            public int size() {
                return of.size();
            }
        };
    }
}
