package org.outturn.download;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The extension that a file needs to be opened, where its key has none but says what it is: the
 * drum transcription writes {@code exports/{uuid}/{yyyyMMdd_HHmmss}_{musicxml,midi,pdf}}.
 */
final class KnownExtensions {
    private static final Pattern EXPORT =
            Pattern.compile("(?:.*/)?exports/[^/]+/[0-9]{8}_[0-9]{6}_(musicxml|midi|pdf)");

    private static final Map<String, String> BY_KIND =
            Map.of("musicxml", ".musicxml", "midi", ".mid", "pdf", ".pdf");

    private KnownExtensions() {}

    /**
     * @param key the whole key
     * @return with its dot; empty when the key is fine as it is
     */
    static Optional<String> missing(String key) {
        Matcher export = EXPORT.matcher(key);
        return export.matches() ? Optional.of(BY_KIND.get(export.group(1))) : Optional.empty();
    }
}
