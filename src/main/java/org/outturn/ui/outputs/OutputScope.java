package org.outturn.ui.outputs;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.outturn.pipeline.OutputKind;

/**
 * Which outputs are looked at.
 *
 * @param kinds of these kinds
 * @param place at this place only
 * @param goingSoon only those that expire within {@link OutputsViewModel#SOON}
 */
public record OutputScope(Set<OutputKind> kinds, Optional<String> place, boolean goingSoon) {
    /** Every output of the bucket. */
    public static final OutputScope EVERYTHING =
            new OutputScope(EnumSet.allOf(OutputKind.class), Optional.empty(), false);

    /** What is about to vanish. */
    public static final OutputScope GOING_SOON =
            new OutputScope(EnumSet.allOf(OutputKind.class), Optional.empty(), true);

    public OutputScope {
        kinds = Set.copyOf(kinds);
    }

    /** One kind, wherever it lies. */
    public static OutputScope of(OutputKind kind) {
        return new OutputScope(Set.of(kind), Optional.empty(), false);
    }

    /** One kind at one place. */
    public static OutputScope of(OutputKind kind, String place) {
        return new OutputScope(Set.of(kind), Optional.of(place), false);
    }
}
