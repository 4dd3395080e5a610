package org.outturn.ui.inspector;

import org.outturn.lifecycle.ArchiveKind;
import org.outturn.ui.common.Messages;

/** How long restoring takes, in words. */
final class RestoreTexts {
    private RestoreTexts() {}

    static String time(ArchiveKind.Speed speed, Messages messages) {
        if (speed.from().isZero()) {
            return messages.text("inspector.restore.atMost", speed.to().toHours());
        }
        return speed.to().toHours() > 0
                ? messages.text(
                        "inspector.restore.hours", speed.from().toHours(), speed.to().toHours())
                : messages.text(
                        "inspector.restore.minutes",
                        speed.from().toMinutes(),
                        speed.to().toMinutes());
    }
}
