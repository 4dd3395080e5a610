package org.outturn.pipeline;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells which output a key belongs to, from the key alone. Both the documented and the observed
 * keys of the five producers are known, below any prefix; names that only resemble them count at
 * the known prefixes at the top of a bucket, and never as jobs. Takes time in proportion to the
 * key's length, and no key makes it fail.
 */
public final class OutputPlaces {
    private OutputPlaces() {}

    /** The output that the key belongs to; empty if none is recognised. */
    public static Optional<Recognised> of(String key) {
        KeySegments segments = new KeySegments(key);
        OutputPlace place = place(segments);
        if (place == null) {
            return Optional.empty();
        }
        String output = output(place.kind(), key.substring(place.prefix().length()));
        return output.isEmpty() ? Optional.empty() : Optional.of(new Recognised(place, output));
    }

    /** The leftmost fit counts: what lies inside an output belongs to it. */
    private static @Nullable OutputPlace place(KeySegments segments) {
        for (int i = 0; i < segments.count(); i++) {
            for (Layout layout : Layout.ALL) {
                OutputPlace place = layout.at(segments, i);
                if (place != null) {
                    return place;
                }
            }
        }
        return TopPlaces.of(segments);
    }

    /** Depends on the kind and the rest of the key alone, so one output never gets two names. */
    private static String output(OutputKind kind, String rest) {
        return switch (kind) {
            case JOBS -> folder(rest, 1);
            case PARSED_DOCUMENTS -> parsed(rest);
            case PROCESSED -> folder(rest, 2);
            case EXPORTS, TEMPORARY -> folder(rest, 1);
            case RESULTS ->
                    KeyForms.beginsWithUuidAndDot(rest)
                            ? rest.substring(0, rest.indexOf('.'))
                            : file(rest);
            case UPLOADS, RAW, AUDIO, VIDEOS, OCR_TEXT, OCR_FORMULA, OCR_TABLE -> file(rest);
        };
    }

    private static String parsed(String rest) {
        String name = folder(rest, 1);
        boolean folder = name.length() < rest.length();
        return (folder ? ParsedDocument.of(name) : ParsedDocument.ofZip(name))
                .map(ParsedDocument::output)
                .orElse(name);
    }

    /** The first levels of the rest; the whole rest if it has no more than these. */
    private static String folder(String rest, int levels) {
        int end = -1;
        for (int i = 0; i < levels; i++) {
            end = rest.indexOf('/', end + 1);
            if (end < 0) {
                return file(rest);
            }
        }
        return end == 0 ? rest : rest.substring(0, end);
    }

    /** An object that ends in a slash is a folder's placeholder and no output of its own. */
    private static String file(String rest) {
        return rest.endsWith("/") ? "" : rest;
    }
}
