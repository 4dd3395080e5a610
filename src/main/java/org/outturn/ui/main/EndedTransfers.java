package org.outturn.ui.main;

import java.util.Set;
import org.outturn.storage.Prefix;
import org.outturn.transfer.BatchReport;
import org.outturn.ui.transfers.TransferTexts;

/** What the end of transfers means to the window: it is said, and what they changed is listed. */
final class EndedTransfers {
    private final Navigation.Models models;
    private final Navigation.Saying saying;

    EndedTransfers(Navigation.Models models, Navigation.Saying saying) {
        this.models = models;
        this.saying = saying;
    }

    void tell(BatchReport report) {
        String text = new TransferTexts(saying.messages(), saying.formats()).report(report);
        if (report.failed() > 0) {
            saying.notifier().warning(text);
        } else if (report.done() == 0) {
            saying.notifier().info(text);
        } else {
            saying.notifier().success(text);
        }
        Prefix place = models.browser().locationProperty().get();
        Set<Prefix> changed = report.changed();
        if (place != null && changed.stream().anyMatch(p -> isIn(p, place))) {
            models.browser().refresh();
        }
        if (!changed.isEmpty()) {
            models.places().refresh();
        }
    }

    /** What is new in a folder below the place may be a new folder of the place. */
    private static boolean isIn(Prefix changed, Prefix place) {
        return changed.bucket().equals(place.bucket()) && changed.value().startsWith(place.value());
    }
}
