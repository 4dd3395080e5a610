package org.outturn.lifecycle;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of the form {@code name="value", other="value"}, as lifecycle headers have them. */
final class HeaderText {
    /**
     * RFC 1123 without its day of the week, which is wrong in examples and so perhaps elsewhere.
     */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.ROOT);

    private static final Pattern RFC_1123 =
            Pattern.compile("(?:[A-Za-z]{3,9},\\s*)?(.+?)\\s+(?:GMT|UTC|UT|[+-]0000)");

    private HeaderText() {}

    static Optional<String> value(String header, String name) {
        Matcher found =
                Pattern.compile("(?:^|[,\\s])" + Pattern.quote(name) + "=\"([^\"]*)\"")
                        .matcher(header);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    static Optional<Instant> instant(String text) {
        Matcher found = RFC_1123.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(found.group(1), DATE).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Decodes percent signs (RFC 3986); what is no such code stays as it is. */
    static String decoded(String text) {
        try {
            // a plus is a plus in a header; only forms write spaces so
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
