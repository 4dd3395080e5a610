package org.outturn.ui.outputs;

import java.util.Optional;
import org.outturn.failure.Failure;

/**
 * How far the tags of all outputs that are looked at are read.
 *
 * @param read of how many they are known
 * @param of of how many they are wanted
 * @param outputs how many outputs are looked at; more than {@code of} when that are too many
 * @param failed of how many they could not be had
 * @param stopped the operator did not want to wait
 * @param denied why none can be had; empty if they can
 */
record TagReading(
        int read, int of, int outputs, int failed, boolean stopped, Optional<Failure> denied) {

    boolean isRunning() {
        return !stopped && denied.isEmpty() && read + failed < of;
    }

    /** Whether there is nothing to say: all are known. */
    boolean isWhole() {
        return denied.isEmpty() && read == outputs;
    }
}
