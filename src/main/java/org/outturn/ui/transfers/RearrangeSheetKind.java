package org.outturn.ui.transfers;

import java.util.List;
import java.util.function.Consumer;
import org.outturn.rearrange.PlannedObject;
import org.outturn.rearrange.RearrangePlan;
import org.outturn.rearrange.TakenKeyPolicy;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/** Work of the server on a sheet. */
final class RearrangeSheetKind implements PlanSheet.Kind<RearrangePlan, TakenKeyPolicy> {
    private final RearrangePlan first;
    private final Messages messages;
    private final Formats formats;
    private final PlanTexts texts;

    RearrangeSheetKind(RearrangePlan first, Messages messages, Formats formats) {
        this.first = first;
        this.messages = messages;
        this.formats = formats;
        this.texts = new PlanTexts(messages, formats);
    }

    @Override
    public String title() {
        String where = first.target().orElse(first.base()).s3Uri();
        return messages.text(
                first.renames() ? "plan.title.rename" : "plan.title." + first.kind(), where);
    }

    @Override
    public String question() {
        return messages.text(first.compared() ? "plan.question.upload" : "plan.uncompared");
    }

    @Override
    public List<TakenKeyPolicy> choices() {
        return List.of(TakenKeyPolicy.values());
    }

    @Override
    public String choice(TakenKeyPolicy choice) {
        return messages.text("plan.taken." + choice);
    }

    @Override
    public RearrangePlan decide(RearrangePlan plan, TakenKeyPolicy choice) {
        return plan.withPolicy(choice);
    }

    @Override
    public String summary(RearrangePlan plan) {
        return texts.summary(plan);
    }

    @Override
    public String action(RearrangePlan plan) {
        return messages.text(
                plan.renames() ? "plan.action.rename" : "plan.action." + plan.kind(),
                plan.objectsToDo());
    }

    @Override
    public boolean isPossible(RearrangePlan plan) {
        return plan.objectsToDo() > 0;
    }

    @Override
    public int size(RearrangePlan plan) {
        return plan.objects().size();
    }

    @Override
    public PlanLine line(RearrangePlan plan, int index, Consumer<RearrangePlan> change) {
        PlannedObject object = plan.objects().get(index);
        return new PlanLine(
                object.name(),
                formats.size(object.size()),
                kind(object),
                messages.text("plan.does." + object.action()),
                messages.text(object.reason().messageKey()),
                List.of());
    }

    /** What it is at the target, for the colour. */
    private static String kind(PlannedObject object) {
        return switch (object.action()) {
            case COPY, MOVE -> object.replace() ? "REPLACE" : "CREATE";
            case DELETE, SKIP, REFUSE -> object.action().name();
        };
    }
}
