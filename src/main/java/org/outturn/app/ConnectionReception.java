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
record ConnectionReception(ServerQuestions questions, Notifier notifier) implements Reception {

    /**
     * @param opener as connections are opened
     * @param clipboard takes the report of a connection's test
     */
    static ConnectionReception of(
            TaskRunner tasks,
            StoreOpener opener,
            Navigation.Saying saying,
            Clock clock,
            Consumer<String> clipboard) {
        var questions =
                new ServerQuestions(
                        tasks,
                        new ConnectionCheck(opener, clock),
                        saying.dialogs(),
                        saying.messages(),
                        saying.formats(),
                        clock,
                        clipboard);
        return new ConnectionReception(questions, saying.notifier());
    }

    @Override
    public void opened(OpenConnection connection) {
        questions.clockWarning(connection.store().clockBehind()).ifPresent(notifier::warning);
    }

    @Override
    public boolean asks(Connection connection, Failure failure, Consumer<Connection> again) {
        return questions.asks(connection, failure, again);
    }
}
