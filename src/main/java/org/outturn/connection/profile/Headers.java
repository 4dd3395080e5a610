package org.outturn.connection.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands between a section's brackets. */
final class Headers {
    private Headers() {}

    /** The text between the brackets, without blanks around it; empty if there is none. */
    static String between(String line) {
        int first = line.indexOf(']');
        if (first < 0) {
            return "";
        }
        String rest = line.substring(first + 1);
        String after = Blank.strip(rest);
        boolean comment =
                !rest.isEmpty()
                        && Blank.is(rest.charAt(0))
                        && (after.startsWith("#") || after.startsWith(";"));
        // a name may hold a bracket
        int end = comment ? first : line.lastIndexOf(']');
        return Blank.strip(line.substring(1, end));
    }

    /**
     * The words of a header as a shell would split it, so that quotes keep a name with blanks
     * together.
     *
     * @return empty if a quote is not closed
     */
    static Optional<List<String>> words(String header) {
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        boolean any = false;
        char quote = 0;
        for (int at = 0; at < header.length(); at++) {
            char c = header.charAt(at);
            boolean escapes = quote == 0 || quote == '"';
            if (c == '\\' && escapes) {
                at++;
                if (at == header.length()) {
                    return Optional.empty();
                }
                char next = header.charAt(at);
                if (quote == '"' && next != '"' && next != '\\') {
                    word.append(c);
                }
                word.append(next);
                any = true;
            } else if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                any = true;
            } else if (c == ' ' || c == '\t') {
                if (any) {
                    words.add(word.toString());
                }
                word.setLength(0);
                any = false;
            } else {
                word.append(c);
                any = true;
            }
        }
        if (any) {
            words.add(word.toString());
        }
        return quote == 0 ? Optional.of(words) : Optional.empty();
    }
}
