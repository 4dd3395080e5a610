package org.outturn.connection;

import java.util.List;

/** Somewhere that connections are written down: the AWS files, the sample bucket. */
public interface ConnectionSource {

    /**
     * Reads what is there now. Blocks on files; call it in the background.
     *
     * @throws org.outturn.failure.FailureException if the place cannot be read
     */
    List<Connection> connections();
}
