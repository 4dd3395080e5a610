package org.outturn.ui.signin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.outturn.connection.CodePrompt;
import org.outturn.ui.common.Dialogs;
import org.outturn.ui.common.Messages;

/** Asks for the codes of MFA devices on a sheet, and waits for them a while. */
public final class CodeDesk implements CodePrompt {
    private final Dialogs dialogs;
    private final Messages messages;
    private final Executor uiThread;
    private final Duration patience;

    /**
     * @param uiThread runs what it is given on the JavaFX thread, later, in order
     * @param patience after which the sheet goes away unanswered
     */
    public CodeDesk(Dialogs dialogs, Messages messages, Executor uiThread, Duration patience) {
        this.dialogs = dialogs;
        this.messages = messages;
        this.uiThread = uiThread;
        this.patience = patience;
    }

    @Override
    public Optional<String> code(String profile, String device) {
        var answer = new CompletableFuture<Optional<String>>();
        uiThread.execute(() ->
                dialogs.show(close -> new CodeSheet(messages, profile, device, answer, close)));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            // as if the operator had given up
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            // closes the sheet if it is still there
            uiThread.execute(() -> answer.complete(Optional.empty()));
        }
        return Optional.empty();
    }
}
