package org.outturn.app;

import java.time.Clock;
import java.util.function.Consumer;
import org.outturn.connection.Connection;
import org.outturn.connection.OpenConnection;
import org.outturn.connection.StoreOpener;
import org.outturn.connection.check.ConnectionCheck;
import org.outturn.failure.Failure;
import org.outturn.ui.check.ServerQuestions;
import org.outturn.ui.common.Notifier;
import org.outturn.ui.common.TaskRunner;
import org.outturn.ui.main.Navigation;
import org.outturn.ui.main.Reception;

/** Brings what connections come to before whoever can ask the operator about it. */
record ConnectionReception(
        ServerQuestions questions, Notifier notifier, TaskRunner tasks, Consumer<Connection> keep)
        implements Reception {

    /**
     * @param opener as connections are opened
     * @param clipboard takes the report of a connection's test
     * @param keep writes a connection that was changed to where it is saved; blocks
     */
    static ConnectionReception of(
            TaskRunner tasks,
            StoreOpener opener,
            Navigation.Saying saying,
            Clock clock,
            Consumer<String> clipboard,
            Consumer<Connection> keep) {
        var questions =
                new ServerQuestions(
                        tasks,
                        new ConnectionCheck(opener, clock),
                        saying.dialogs(),
                        saying.messages(),
                        saying.formats(),
                        clock,
                        clipboard);
        return new ConnectionReception(questions, saying.notifier(), tasks, keep);
    }

    @Override
    public void opened(OpenConnection connection) {
        questions.clockWarning(connection.store().clockBehind()).ifPresent(notifier::warning);
    }

    @Override
    public boolean asks(Connection connection, Failure failure, Consumer<Connection> again) {
        return questions.asks(
                connection,
                failure,
                changed -> {
                    // what was agreed to once is not asked again
                    tasks.run(
                            "keep what was agreed to",
                            _ -> {
                                keep.accept(changed);
                                return true;
                            },
                            _ -> {},
                            notifier::failure);
                    again.accept(changed);
                });
    }
}
