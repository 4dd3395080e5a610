package org.outturn.ui.check;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.outturn.connection.Connection;
import org.outturn.connection.ServerOptions;
import org.outturn.connection.ServerTrust;
import org.outturn.connection.check.ConnectionCheck;
import org.outturn.failure.Failure;
import org.outturn.failure.ServerCertificate;
import org.outturn.ui.common.Dialogs;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.TaskRunner;

/**
 * Asks the operator what only they can decide about a server, and tests connections. Used on the
 * JavaFX thread.
 */
public final class ServerQuestions {
    private final TaskRunner tasks;
    private final ConnectionCheck check;
    private final Dialogs dialogs;
    private final Messages messages;
    private final Formats formats;
    private final InstantSource clock;
    private final Consumer<String> clipboard;

    /**
     * @param clipboard takes the report of a test
     */
    public ServerQuestions(
            TaskRunner tasks,
            ConnectionCheck check,
            Dialogs dialogs,
            Messages messages,
            Formats formats,
            InstantSource clock,
            Consumer<String> clipboard) {
        this.tasks = tasks;
        this.check = check;
        this.dialogs = dialogs;
        this.messages = messages;
        this.formats = formats;
        this.clock = clock;
        this.clipboard = clipboard;
    }

    /**
     * Asks whether a certificate is to be trusted, or a line that others can read is good enough,
     * if that is why a connection did not open.
     *
     * @param again gets the connection as the operator wants it
     * @return whether there was anything to ask
     */
    public boolean asks(Connection connection, Failure failure, Consumer<Connection> again) {
        return switch (failure) {
            case Failure.Untrusted untrusted when untrusted.certificate().isPresent() -> {
                askTrust(connection, untrusted.certificate().get(), again);
                yield true;
            }
            case Failure.PlainHttp _ -> {
                askPlain(connection, again);
                yield true;
            }
            default -> false;
        };
    }

    private void askTrust(
            Connection connection, ServerCertificate shown, Consumer<Connection> again) {
        ServerOptions trusting =
                connection.server().withTrust(new ServerTrust.Certificate(shown.sha256()));
        dialogs.show(close ->
                new TrustSheet(
                        shown,
                        host(connection),
                        messages,
                        formats,
                        () -> again.accept(connection.withServer(trusting)),
                        close));
    }

    private void askPlain(Connection connection, Consumer<Connection> again) {
        dialogs.confirm(
                new Dialogs.Confirmation(
                        messages.text("trust.plain.title", host(connection)),
                        messages.text("trust.plain.text"),
                        messages.text("trust.plain.action"),
                        true),
                () -> again.accept(connection.withServer(connection.server().withPlainHttp(true))));
    }

    private static String host(Connection connection) {
        return connection.endpoint().map(URI::getAuthority).orElse(connection.name());
    }

    /** Shows the test of a connection, and begins it. */
    public void test(Connection connection) {
        var model = new CheckViewModel(tasks, check, connection);
        var words = new CheckWords(messages, formats);
        model.start();
        dialogs.show(close -> new CheckSheet(model, words, messages, clock, clipboard, close));
    }

    /**
     * What is to be said of this computer's clock.
     *
     * @param behind how far it is behind the server's, below zero when it is ahead
     * @return empty when it is good enough
     */
    public Optional<String> clockWarning(Optional<Duration> behind) {
        return behind.filter(d -> d.abs().compareTo(ConnectionCheck.CLOCK_MATTERS) > 0)
                .map(new CheckWords(messages, formats)::clockOff);
    }
}
