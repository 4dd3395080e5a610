package org.outturn.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.outturn.transfer.QueueTotals;
import org.outturn.transfer.TransferCounts;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/** When an operator who looks elsewhere is told, and what the title says. */
class TransferSignsTest {
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final TransferSigns signs =
            new TransferSigns(messages, new Formats(messages, ZoneOffset.UTC));

    private static QueueTotals totals(int running, int paused, int done, int failed) {
        return new QueueTotals(
                new TransferCounts(0, running, paused, done, 0, failed, 0, 0),
                37,
                100,
                done,
                running + paused + done,
                0,
                Optional.empty());
    }

    @Test
    void theTitleTellsHowFarAndThenWhatFailed() {
        assertThat(signs.title(null, "")).isEqualTo("Outturn");
        assertThat(signs.title(totals(2, 0, 1, 1), "prod")).isEqualTo("37 % - prod - Outturn");
        assertThat(signs.title(totals(0, 0, 3, 1), "")).isEqualTo("1 failed - Outturn");
        assertThat(signs.title(totals(0, 0, 4, 0), "prod")).isEqualTo("prod - Outturn");
    }

    @Test
    void theEndIsToldOnce() {
        assertThat(signs.notice(totals(1, 0, 2, 1), false)).isEmpty();
        assertThat(signs.notice(totals(0, 0, 3, 1), false)).contains("3 done · 1 failed");
        assertThat(signs.notice(totals(0, 0, 3, 1), false)).isEmpty();
    }

    @Test
    void whoLooksAtItIsNotTold() {
        signs.notice(totals(1, 0, 0, 0), false);
        assertThat(signs.notice(totals(0, 0, 1, 0), true)).isEmpty();
        assertThat(signs.notice(totals(0, 0, 1, 0), false)).as("nor later").isEmpty();
    }

    @Test
    void pausedIsNotTheEnd() {
        signs.notice(totals(1, 0, 0, 0), false);
        assertThat(signs.notice(totals(0, 1, 0, 0), false)).isEmpty();
    }

    @Test
    void whatEndsWithItsConnectionIsNotTold() {
        signs.notice(totals(1, 0, 0, 0), false);
        assertThat(signs.notice(null, false)).isEmpty();
        assertThat(signs.notice(totals(0, 0, 1, 0), false)).isEmpty();
    }
}
