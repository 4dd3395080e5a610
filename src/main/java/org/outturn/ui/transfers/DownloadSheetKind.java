package org.outturn.ui.transfers;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.outturn.download.DownloadAction;
import org.outturn.download.DownloadPlan;
import org.outturn.download.DownloadReason;
import org.outturn.download.ExistingFilePolicy;
import org.outturn.download.FileChoice;
import org.outturn.download.PlannedDownload;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/** Downloads on a sheet. */
final class DownloadSheetKind implements PlanSheet.Kind<DownloadPlan, ExistingFilePolicy> {
    private static final Map<FileChoice, String> CHOICES =
            new EnumMap<>(
                    Map.of(
                            FileChoice.WRITE, "plan.choose.replace",
                            FileChoice.SKIP, "plan.choose.skip",
                            FileChoice.KEEP_BOTH, "plan.choose.keepBoth"));

    private final DownloadPlan first;
    private final Messages messages;
    private final Formats formats;
    private final PlanTexts texts;

    DownloadSheetKind(DownloadPlan first, Messages messages, Formats formats) {
        this.first = first;
        this.messages = messages;
        this.formats = formats;
        this.texts = new PlanTexts(messages, formats);
    }

    @Override
    public String title() {
        return messages.text("plan.title.download", first.folder().toString());
    }

    @Override
    public String question() {
        return messages.text("plan.question.download");
    }

    @Override
    public List<ExistingFilePolicy> choices() {
        return List.of(ExistingFilePolicy.values());
    }

    @Override
    public String choice(ExistingFilePolicy choice) {
        return messages.text("plan.existing." + choice);
    }

    @Override
    public DownloadPlan decide(DownloadPlan plan, ExistingFilePolicy choice) {
        return plan.withPolicy(choice);
    }

    @Override
    public String summary(DownloadPlan plan) {
        return texts.summary(plan);
    }

    @Override
    public String action(DownloadPlan plan) {
        return messages.text("plan.action.download", writes(plan));
    }

    @Override
    public boolean isPossible(DownloadPlan plan) {
        return writes(plan) > 0 && plan.undecided() == 0;
    }

    @Override
    public int size(DownloadPlan plan) {
        return plan.objects().size();
    }

    @Override
    public PlanLine line(DownloadPlan plan, int index, Consumer<DownloadPlan> change) {
        PlannedDownload object = plan.objects().get(index);
        boolean asks = object.reason() == DownloadReason.UNDECIDED;
        boolean free = !plan.choices(index).contains(FileChoice.KEEP_BOTH);
        return new PlanLine(
                object.name(),
                formats.size(object.size()),
                asks ? "ASK" : object.action().name(),
                messages.text(asks ? "plan.does.ASK" : "plan.does." + object.action()),
                messages.text(object.reason().messageKey()),
                plan.choices(index).stream()
                        .map(choice ->
                                new PlanLine.LineChoice(
                                        messages.text(
                                                free && choice == FileChoice.WRITE
                                                        ? "plan.choose.download"
                                                        : CHOICES.get(choice)),
                                        () -> change.accept(plan.withChoice(index, choice))))
                        .toList());
    }

    private static int writes(DownloadPlan plan) {
        return plan.count(DownloadAction.CREATE) + plan.count(DownloadAction.REPLACE);
    }
}
