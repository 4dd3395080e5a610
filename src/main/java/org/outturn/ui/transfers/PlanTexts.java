package org.outturn.ui.transfers;

import java.util.ArrayList;
import java.util.List;
import org.outturn.download.DownloadAction;
import org.outturn.download.DownloadPlan;
import org.outturn.rearrange.RearrangeAction;
import org.outturn.rearrange.RearrangePlan;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;
import org.outturn.upload.UploadAction;
import org.outturn.upload.UploadPlan;
import org.outturn.upload.UploadReason;

/** Plans in words. */
final class PlanTexts {
    private final Messages messages;
    private final Formats formats;

    PlanTexts(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** Whether an upload does anything but create new objects. */
    static boolean needsAnswer(UploadPlan plan) {
        return plan.existing() > 0
                || plan.count(UploadAction.REFUSE) > 0
                || plan.count(UploadReason.OVER_LIMIT) > 0;
    }

    /** Whether a download does anything but create new files. */
    static boolean needsAnswer(DownloadPlan plan) {
        return plan.existing() > 0 || plan.count(DownloadAction.REFUSE) > 0;
    }

    /** Whether anything is in the way of work on the server. */
    static boolean needsAnswer(RearrangePlan plan) {
        return plan.existing() > 0 || plan.count(RearrangeAction.REFUSE) > 0;
    }

    /** For instance {@code 3 new, 2 replaced, 5 skipped: 12.0 MiB to upload}. */
    String summary(UploadPlan plan) {
        var parts = new ArrayList<String>();
        undecided(plan.undecided(), parts);
        for (UploadAction action : UploadAction.values()) {
            int count = plan.count(action) - (action == UploadAction.SKIP ? plan.undecided() : 0);
            if (count > 0) {
                parts.add(messages.text("plan.count." + action, count));
            }
        }
        return messages.text("plan.summary.upload", join(parts), formats.size(plan.bytesToStore()));
    }

    /** The same for a download. */
    String summary(DownloadPlan plan) {
        var parts = new ArrayList<String>();
        undecided(plan.undecided(), parts);
        for (DownloadAction action : DownloadAction.values()) {
            int count = plan.count(action) - (action == DownloadAction.SKIP ? plan.undecided() : 0);
            if (count > 0 && action != DownloadAction.FOLDER) {
                parts.add(messages.text("plan.count." + action, count));
            }
        }
        return messages.text(
                "plan.summary.download", join(parts), formats.size(plan.bytesToWrite()));
    }

    /** The same for work on the server. */
    String summary(RearrangePlan plan) {
        var parts = new ArrayList<String>();
        for (RearrangeAction action : RearrangeAction.values()) {
            if (plan.count(action) > 0) {
                parts.add(messages.text("plan.count." + action, plan.count(action)));
            }
        }
        return messages.text(
                "plan.summary." + plan.kind(), join(parts), formats.size(plan.bytesToDo()));
    }

    private void undecided(int count, List<String> parts) {
        if (count > 0) {
            parts.add(messages.text("plan.undecided", count));
        }
    }

    private String join(List<String> parts) {
        return parts.isEmpty() ? messages.text("plan.count.none") : String.join(", ", parts);
    }
}
