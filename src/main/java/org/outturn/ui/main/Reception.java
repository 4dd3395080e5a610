package org.outturn.ui.main;

import java.util.function.Consumer;
import org.outturn.connection.Connection;
import org.outturn.connection.OpenConnection;
import org.outturn.failure.Failure;

/** Who receives connections that have opened, or have not. Used on the JavaFX thread. */
public interface Reception {

    /** A connection is open now; says what there is to beware of. */
    void opened(OpenConnection connection);

    /**
     * A connection has not opened; perhaps the operator can be asked for what would help.
     *
     * @param again opens the connection as the operator has changed it
     * @return whether the operator is asked, so that nobody else need tell of the failure
     */
    boolean asks(Connection connection, Failure failure, Consumer<Connection> again);
}
