package org.outturn.tagging;

import java.util.Optional;
import org.outturn.failure.Failure;

/**
 * How far tags are read in the background.
 *
 * @param all of how many objects they are wanted
 * @param left of how many they are neither known nor given up
 * @param failed of how many they could not be had
 * @param denied why none can be had; empty if they can
 */
public record TagGathering(int all, int left, int failed, Optional<Failure> denied) {
    /** Nobody wants any. */
    public static final TagGathering NONE = new TagGathering(0, 0, 0, Optional.empty());
}
