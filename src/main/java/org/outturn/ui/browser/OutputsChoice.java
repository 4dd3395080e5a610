package org.outturn.ui.browser;

import java.util.Optional;
import org.outturn.pipeline.OutputKind;

/**
 * Which outputs an operator wants to see.
 *
 * @param kind of this kind; empty for all kinds
 * @param place at this place only
 * @param goingSoon only those that expire soon
 */
public record OutputsChoice(Optional<OutputKind> kind, Optional<String> place, boolean goingSoon) {
    /** Every output of the bucket. */
    public static final OutputsChoice EVERYTHING =
            new OutputsChoice(Optional.empty(), Optional.empty(), false);

    /** What is about to vanish. */
    public static final OutputsChoice GOING_SOON =
            new OutputsChoice(Optional.empty(), Optional.empty(), true);

    /** One kind, wherever it lies. */
    public static OutputsChoice of(OutputKind kind) {
        return new OutputsChoice(Optional.of(kind), Optional.empty(), false);
    }

    /** One kind at one place. */
    public static OutputsChoice of(OutputKind kind, String place) {
        return new OutputsChoice(Optional.of(kind), Optional.of(place), false);
    }
}
