package org.outturn.connection.profile;

/**
 * What the AWS CLI takes for blank: more than Java does, among them the no-break space that text
 * copied from a web page ends with.
 */
final class Blank {
    private static final char NEXT_LINE = '\u0085';

    private Blank() {}

    static boolean is(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == NEXT_LINE;
    }

    /** The text without blanks around it. */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && is(text.charAt(from))) {
            from++;
        }
        while (to > from && is(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** How many blanks a line begins with. */
    static int indent(String line) {
        int at = 0;
        while (at < line.length() && is(line.charAt(at))) {
            at++;
        }
        return at;
    }
}
