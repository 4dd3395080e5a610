package org.outturn.connection;

import org.outturn.storage.ObjectStore;

/** Turns a connection into a store. */
@FunctionalInterface
public interface StoreOpener {

    /**
     * Makes the clients; sends nothing yet. The caller closes the store.
     *
     * @throws org.outturn.failure.FailureException if the connection cannot be used as it is, for
     *     instance because its profile is gone
     */
    ObjectStore open(Connection connection);
}
