package org.outturn.ui.transfers;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;
import org.outturn.upload.Comparison;
import org.outturn.upload.FileChoice;
import org.outturn.upload.OverwritePolicy;
import org.outturn.upload.PlannedFile;
import org.outturn.upload.UploadPlan;
import org.outturn.upload.UploadReason;

/** Uploads on a sheet. */
final class UploadSheetKind implements PlanSheet.Kind<UploadPlan, OverwritePolicy> {
    private static final Map<FileChoice, String> CHOICES =
            new EnumMap<>(
                    Map.of(
                            FileChoice.STORE, "plan.choose.replace",
                            FileChoice.SKIP, "plan.choose.skip",
                            FileChoice.KEEP_BOTH, "plan.choose.keepBoth"));

    private final UploadPlan first;
    private final Messages messages;
    private final Formats formats;
    private final PlanTexts texts;

    UploadSheetKind(UploadPlan first, Messages messages, Formats formats) {
        this.first = first;
        this.messages = messages;
        this.formats = formats;
        this.texts = new PlanTexts(messages, formats);
    }

    @Override
    public String title() {
        return messages.text("plan.title.upload", first.target().s3Uri());
    }

    @Override
    public String question() {
        return messages.text(
                first.comparison() == Comparison.UNKNOWN
                        ? "plan.uncompared"
                        : "plan.question.upload");
    }

    @Override
    public List<OverwritePolicy> choices() {
        return List.of(OverwritePolicy.values());
    }

    @Override
    public String choice(OverwritePolicy choice) {
        return messages.text("plan.policy." + choice);
    }

    @Override
    public UploadPlan decide(UploadPlan plan, OverwritePolicy choice) {
        return plan.withPolicy(choice);
    }

    @Override
    public String summary(UploadPlan plan) {
        return texts.summary(plan);
    }

    @Override
    public String action(UploadPlan plan) {
        return messages.text("plan.action.upload", plan.filesToStore());
    }

    @Override
    public boolean isPossible(UploadPlan plan) {
        return plan.filesToStore() > 0 && plan.undecided() == 0;
    }

    @Override
    public int size(UploadPlan plan) {
        return plan.files().size();
    }

    @Override
    public PlanLine line(UploadPlan plan, int index, Consumer<UploadPlan> change) {
        PlannedFile file = plan.files().get(index);
        boolean asks = file.reason() == UploadReason.UNDECIDED;
        return new PlanLine(
                file.name(),
                formats.size(file.size()),
                asks ? "ASK" : file.action().name(),
                messages.text(asks ? "plan.does.ASK" : "plan.does." + file.action()),
                messages.text(file.reason().messageKey()),
                plan.choices(index).stream()
                        .map(choice ->
                                new PlanLine.LineChoice(
                                        text(plan, index, choice),
                                        () -> change.accept(plan.withChoice(index, choice))))
                        .toList());
    }

    private String text(UploadPlan plan, int index, FileChoice choice) {
        boolean free = !plan.choices(index).contains(FileChoice.KEEP_BOTH);
        return messages.text(
                free && choice == FileChoice.STORE ? "plan.choose.upload" : CHOICES.get(choice));
    }
}
