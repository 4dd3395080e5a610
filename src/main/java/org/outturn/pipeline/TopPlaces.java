package org.outturn.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * The known prefixes at the top of a bucket. There everything counts, whatever its name: who puts a
 * file into {@code uploads/} by hand has uploaded it. Job folders have no such prefix.
 */
final class TopPlaces {
    private TopPlaces() {}

    static @Nullable OutputPlace of(KeySegments key) {
        if (key.count() < 2) {
            return null;
        }
        if (key.is(0, "ocr")) {
            OutputKind kind = MonkeyOcrLayout.ocrKind(key, 1);
            return kind == null || key.count() < 3 ? null : new OutputPlace(kind, key.before(2));
        }
        if (key.is(0, "documents")) {
            return isDocument(key) ? new OutputPlace(OutputKind.RAW, key.before(1)) : null;
        }
        OutputKind kind = kind(key.segment(0));
        return kind == null ? null : new OutputPlace(kind, key.before(1));
    }

    private static @Nullable OutputKind kind(String name) {
        return switch (name) {
            case "parsed" -> OutputKind.PARSED_DOCUMENTS;
            case "uploads" -> OutputKind.UPLOADS;
            case "processed" -> OutputKind.PROCESSED;
            case "raw" -> OutputKind.RAW;
            case "results" -> OutputKind.RESULTS;
            case "audio" -> OutputKind.AUDIO;
            case "exports" -> OutputKind.EXPORTS;
            case "temp" -> OutputKind.TEMPORARY;
            default -> null;
        };
    }

    /**
     * {@code documents/} is a word that many use, so only {@code {id}} and {@code {id}.pdf} fit.
     */
    private static boolean isDocument(KeySegments key) {
        String name = key.segment(1);
        int dot = name.indexOf('.');
        return key.isLast(1)
                && !name.isEmpty()
                && (dot < 0 || dot > 0 && name.substring(dot).equals(".pdf"));
    }
}
