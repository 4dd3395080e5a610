package org.outturn.ui.main;

import org.outturn.connection.Connection;

/** The program's windows: one for each connection. Used on the JavaFX thread. */
public interface Windows {

    /** Opens one more, with the start page. */
    void openAnother();

    /** Shows the window of a connection, or opens one more for it. */
    void openAnother(Connection connection);

    /**
     * Brings the window of a connection to the front.
     *
     * @return whether there is one
     */
    boolean bringForward(Connection connection);
}
