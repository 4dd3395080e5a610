package org.outturn.pipeline.layout;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.outturn.pipeline.template.KeySegments;
import org.outturn.pipeline.template.MatchExplanation;

/**
 * How one key is read, for people. Immutable.
 *
 * @param output what the key belongs to; empty if it is read by none
 * @param nearest the template that read it, or the one that came nearest; empty if none of them has
 *     anything in common with the key
 */
public record KeyReading(String key, Optional<Recognised> output, Optional<Nearest> nearest) {
    /** A template with less in common is not worth a word. */
    private static final int LEAST_POINTS = 4;

    /**
     * @param layout that the form is of
     */
    public record Nearest(PipelineLayout layout, OutputForm form, MatchExplanation explanation) {}

    /** Reads a key as {@link Recogniser#of} does, and says why. */
    public static KeyReading of(Layouts layouts, String key) {
        var segments = new KeySegments(key);
        Recognised found = layouts.recogniser().of(key);
        Nearest best = null;
        for (PipelineLayout layout : layouts.all()) {
            for (OutputForm form : layout.outputs()) {
                if (found == null || found.output() == form) {
                    best = nearer(best, layout, form, found, segments);
                }
            }
        }
        boolean worth = found != null || best != null && best.explanation.points() >= LEAST_POINTS;
        return new KeyReading(
                key, Optional.ofNullable(found), Optional.ofNullable(worth ? best : null));
    }

    private static @Nullable Nearest nearer(
            @Nullable Nearest best,
            PipelineLayout layout,
            OutputForm form,
            @Nullable Recognised found,
            KeySegments segments) {
        Nearest nearest = best;
        for (KeyForm key : form.keys()) {
            if (found == null || found.match().template() == key.template()) {
                MatchExplanation next = MatchExplanation.nearest(key.template(), segments);
                if (nearest == null || next.isNearerThan(nearest.explanation)) {
                    nearest = new Nearest(layout, form, next);
                }
            }
        }
        return nearest;
    }

    /** Whether the key is a folder's placeholder, which is no output of its own. */
    public boolean isFolder() {
        return output.isEmpty() && key.endsWith("/");
    }
}
