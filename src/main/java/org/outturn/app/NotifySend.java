package org.outturn.app;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.outturn.ui.common.DesktopNotice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices through {@code notify-send}, which Linux desktops bring along; else nothing is shown. */
final class NotifySend implements DesktopNotice {
    private static final Logger LOG = LoggerFactory.getLogger(NotifySend.class);
    private static final long PATIENCE_SECONDS = 5;

    private final String program;

    /**
     * @param program the command, {@code notify-send} unless a test has one of its own
     */
    NotifySend(String program) {
        this.program = program;
    }

    @Override
    public void tell(String title, String text) {
        Thread.ofVirtual().name("desktop notice").start(() -> send(title, text));
    }

    private void send(String title, String text) {
        try {
            Process process =
                    new ProcessBuilder(program, "--app-name=Outturn", "--", title, text)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
            }
        } catch (IOException notThere) {
            LOG.debug("no desktop notice", notThere);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
