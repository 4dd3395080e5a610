package org.outturn.faults;

import java.io.IOException;
import org.outturn.storage.RelayedRequest;

/** Something that goes wrong with one request or its answer. */
interface Fault {

    /**
     * Takes the request through the proxy, wrongly.
     *
     * @throws IOException if one of the two sides has gone
     */
    void strike(Exchange exchange) throws IOException;

    /** Whether it could go wrong with this request in this way. */
    default boolean suits(RelayedRequest request) {
        return true;
    }
}
