package org.outturn.ui.transfers;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.outturn.download.DownloadPlan;
import org.outturn.download.ExistingFilePolicy;
import org.outturn.jobs.JobFolder;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.rearrange.RearrangePlan;
import org.outturn.rearrange.TakenKeyPolicy;
import org.outturn.ui.common.Dialogs;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;
import org.outturn.upload.OverwritePolicy;
import org.outturn.upload.UploadOptions;
import org.outturn.upload.UploadPlan;

/**
 * Shows plans in which something is in the way, and lets the operator choose what becomes of it.
 */
public final class PlanSheets implements PlanQuestions {
    private final Dialogs dialogs;
    private final Messages messages;
    private final Formats formats;
    private final Supplier<Layouts> layouts;

    /**
     * @param layouts gives those that count at the moment
     */
    public PlanSheets(
            Dialogs dialogs, Messages messages, Formats formats, Supplier<Layouts> layouts) {
        this.layouts = layouts;
        this.dialogs = dialogs;
        this.messages = messages;
        this.formats = formats;
    }

    @Override
    public void ask(UploadPlan plan, PlanQuestions.Asking asking, Consumer<UploadPlan> agreed) {
        dialogs.show(close -> {
            var panes = new UploadOptionsPane[1];
            var sheet =
                    new PlanSheet<UploadPlan, OverwritePolicy>(
                            plan,
                            new UploadSheetKind(plan, messages, formats),
                            plan.policy(),
                            messages,
                            close,
                            chosen -> {
                                if (panes[0].isKept()) {
                                    asking.keep(chosen.options());
                                }
                                agreed.accept(chosen);
                            });
            panes[0] =
                    new UploadOptionsPane(
                            plan.options(),
                            layouts.get().uploadDefaults(plan.target().value()),
                            messages,
                            options -> change(sheet, options, asking));
            sheet.add(panes[0]);
            return sheet;
        });
    }

    @Override
    public void ask(
            JobFolder job,
            UploadPlan plan,
            PlanQuestions.Asking asking,
            PlanQuestions.JobAgreement agreed) {
        dialogs.show(close ->
                new JobSheets(job, plan, asking, messages, formats, close, agreed).sheet());
    }

    private void change(
            PlanSheet<UploadPlan, OverwritePolicy> sheet,
            UploadOptions options,
            PlanQuestions.Asking asking) {
        UploadPlan now = sheet.plan();
        if (!sheet.isWaiting() && options.compareBy() == now.options().compareBy()) {
            sheet.plan(now.withOptions(options));
            return;
        }
        sheet.waiting(messages.text("plan.comparing"));
        asking.again(options, now.policy(), sheet::plan);
    }

    @Override
    public void ask(DownloadPlan plan, Consumer<DownloadPlan> agreed) {
        dialogs.show(close ->
                new PlanSheet<DownloadPlan, ExistingFilePolicy>(
                        plan,
                        new DownloadSheetKind(plan, messages, formats),
                        plan.policy(),
                        messages,
                        close,
                        agreed));
    }

    @Override
    public void ask(RearrangePlan plan, Consumer<RearrangePlan> agreed) {
        dialogs.show(close ->
                new PlanSheet<RearrangePlan, TakenKeyPolicy>(
                        plan,
                        new RearrangeSheetKind(plan, messages, formats),
                        plan.policy(),
                        messages,
                        close,
                        agreed));
    }
}
