package org.outturn.pipeline.template;

import java.util.List;
import java.util.Optional;

/**
 * How a template reads a key, part by part, and where it stops fitting: for people. It is apart
 * from {@link PathTemplate#matchAt}, which says nothing and is fast, but takes the key apart by the
 * same steps; it explains success exactly where that one matches. Takes time in proportion to the
 * key's length for each segment that the template may begin at, and throws nothing. Immutable.
 *
 * @param from where the template's own part begins in the key, after any prefix
 * @param parts what was read, in the order of the key; past a misfit too, as far as parts can be
 *     told again
 * @param misfit the first place that does not fit; empty if the template fits
 * @param misfits how many places do not fit
 * @param points how much of the template the key has: the more, the nearer. Fixed texts and forms
 *     that do not occur by chance count, texts that fit anything do not
 */
public record MatchExplanation(
        PathTemplate template,
        String key,
        int from,
        List<Part> parts,
        Optional<Misfit> misfit,
        int misfits,
        int points) {

    /**
     * A part of the key that was read.
     *
     * @param start in characters of the key
     * @param end at least {@code start}
     * @param placeholder what read it; empty for a fixed text
     */
    public record Part(int start, int end, Optional<Placeholder> placeholder) {}

    public MatchExplanation {
        parts = List.copyOf(parts);
    }

    /** Whether the template fits. */
    public boolean fits() {
        return misfit.isEmpty();
    }

    /** The segment of the key that the misfit is in; empty if there is none. */
    public Optional<String> segment() {
        return misfit.map(wrong -> {
            int at = Math.min(wrong.start(), key.length());
            int end = key.indexOf('/', at);
            return key.substring(key.lastIndexOf('/', at - 1) + 1, end < 0 ? key.length() : end);
        });
    }

    /**
     * Explains a reading from one segment on; see {@link PathTemplate#matchAt}.
     *
     * @param from 0 unless any prefix may come before
     */
    public static MatchExplanation of(PathTemplate template, KeySegments key, int from) {
        return new Explaining(template, key, from).explain();
    }

    /** Explains the reading that comes nearest; the shortest prefix of several that are as near. */
    public static MatchExplanation nearest(PathTemplate template, KeySegments key) {
        MatchExplanation best = of(template, key, 0);
        int last = template.hasAnyPrefix() ? key.count() - 1 : 0;
        for (int from = 1; from <= last && !best.fits(); from++) {
            MatchExplanation next = of(template, key, from);
            if (next.isNearerThan(best)) {
                best = next;
            }
        }
        return best;
    }

    /** Whether this one says more of the key than another. */
    public boolean isNearerThan(MatchExplanation other) {
        return fits() != other.fits()
                ? fits()
                : points != other.points ? points > other.points : misfits < other.misfits;
    }
}
