package org.outturn.pipeline.layout;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.outturn.pipeline.template.KeySegments;
import org.outturn.pipeline.template.MatchExplanation;
import org.outturn.pipeline.template.PathTemplate;

/**
 * How one key is read, for people. Immutable.
 *
 * @param output what the key belongs to; empty if it is read by none
 * @param nearest the template that read it, or the one that came nearest; empty if none of them has
 *     anything in common with the key
 * @param missed where the key is read by its folder alone, the exact form that came nearest
 */
public record KeyReading(
        String key,
        Optional<Recognised> output,
        Optional<Nearest> nearest,
        Optional<Nearest> missed) {
    /** A template with less in common is not worth a word. */
    private static final int LEAST_POINTS = 6;

    /**
     * @param layout that the form is of
     */
    public record Nearest(PipelineLayout layout, OutputForm form, MatchExplanation explanation) {}

    /** Reads a key as {@link Recogniser#of} does, and says why. */
    public static KeyReading of(Layouts layouts, String key) {
        var segments = new KeySegments(key);
        Recognised found = layouts.recogniser().of(key);
        if (found == null) {
            return new KeyReading(
                    key, Optional.empty(), near(layouts, segments, _ -> true), Optional.empty());
        }
        return new KeyReading(
                key,
                Optional.of(found),
                nearest(
                        layouts,
                        segments,
                        form -> form == found.output(),
                        template -> template == found.match().template()),
                found.output().exact()
                        ? Optional.empty()
                        : near(layouts, segments, OutputForm::exact));
    }

    private static Optional<Nearest> near(
            Layouts layouts, KeySegments key, Predicate<OutputForm> forms) {
        return nearest(layouts, key, forms, _ -> true)
                .filter(nearest -> nearest.explanation.points() >= LEAST_POINTS);
    }

    private static Optional<Nearest> nearest(
            Layouts layouts,
            KeySegments segments,
            Predicate<OutputForm> forms,
            Predicate<PathTemplate> templates) {
        Nearest best = null;
        for (PipelineLayout layout : layouts.all()) {
            for (OutputForm form : layout.outputs()) {
                for (KeyForm key : forms.test(form) ? form.keys() : List.<KeyForm>of()) {
                    if (templates.test(key.template())) {
                        var next = MatchExplanation.nearest(key.template(), segments);
                        if (best == null || next.isNearerThan(best.explanation)) {
                            best = new Nearest(layout, form, next);
                        }
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether the key is a folder's placeholder, which is no output of its own. */
    public boolean isFolder() {
        return output.isEmpty() && key.endsWith("/");
    }
}
