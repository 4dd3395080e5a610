package org.outturn.faults;

import org.outturn.storage.RelayedRequest;

/**
 * One request of a load.
 *
 * @param shape as {@link RelayedRequest#shape()} has it
 * @param nth which one of that shape, from 1 on
 */
record Hit(String shape, int nth) {

    boolean is(RelayedRequest request) {
        return request.shape().equals(shape);
    }
}
