package org.outturn.ui.transfers;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.outturn.transfer.QueueTotals;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/**
 * What is to be seen of transfers while the window is not looked at: its title, and a notice when
 * all have ended. Used on the JavaFX thread.
 */
public final class TransferSigns {
    private final Messages messages;
    private final TransferTexts texts;
    private boolean working;

    public TransferSigns(Messages messages, Formats formats) {
        this.messages = messages;
        this.texts = new TransferTexts(messages, formats);
    }

    /**
     * The window's title: how far transfers are or what failed, then the connection.
     *
     * @param connection empty when none is open
     */
    public String title(@Nullable QueueTotals totals, String connection) {
        String program = messages.text("app.name");
        String name = connection.isEmpty() ? program : connection + " - " + program;
        if (totals != null && totals.counts().open() > 0) {
            int percent = (int) Math.floor(totals.progress() * 100);
            return messages.text("transfers.percent", percent) + " - " + name;
        }
        return totals != null && totals.failed() > 0
                ? messages.text("transfers.failed", totals.failed()) + " - " + name
                : name;
    }

    /**
     * To be asked at every change.
     *
     * @param totals null when no connection is open
     * @param focused whether the operator sees the window anyway
     * @return what to tell, once after each time that all transfers have ended
     */
    public Optional<String> notice(@Nullable QueueTotals totals, boolean focused) {
        boolean ended = working && totals != null && totals.counts().open() == 0;
        working = totals != null && totals.counts().open() > 0;
        return ended && !focused && totals.count() > 0
                ? Optional.of(texts.summary(totals))
                : Optional.empty();
    }
}
