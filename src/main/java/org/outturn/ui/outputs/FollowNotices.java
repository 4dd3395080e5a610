package org.outturn.ui.outputs;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.outturn.follow.FollowAlert;
import org.outturn.ui.common.DesktopNotice;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.Notifier;

/** Tells an operator of alerts: in the window if that is looked at, else on the desktop. */
public final class FollowNotices {
    private final Notifier notifier;
    private final DesktopNotice desktop;
    private final BooleanSupplier focused;
    private final FollowWords words;
    private final Messages messages;

    /**
     * @param focused whether the window has the focus now
     */
    public FollowNotices(
            Notifier notifier,
            DesktopNotice desktop,
            BooleanSupplier focused,
            FollowWords words,
            Messages messages) {
        this.notifier = notifier;
        this.desktop = desktop;
        this.focused = focused;
        this.words = words;
        this.messages = messages;
    }

    /** Tells all alerts of a look at once. */
    public void tell(String bucket, List<FollowAlert> alerts) {
        String text = words.alerts(alerts);
        if (!focused.getAsBoolean()) {
            desktop.tell(messages.text("follow.notice.title", bucket), text);
        } else if (alerts.stream().anyMatch(FollowNotices::isTrouble)) {
            notifier.warning(text);
        } else {
            notifier.info(text);
        }
    }

    private static boolean isTrouble(FollowAlert alert) {
        return switch (alert) {
            case FollowAlert.Failing _, FollowAlert.StillPartial _ -> true;
            case FollowAlert.Fresh _, FollowAlert.Completed _ -> false;
        };
    }
}
