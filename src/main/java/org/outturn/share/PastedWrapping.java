package org.outturn.share;

import java.util.Locale;

/**
 * What comes along when an address is copied out of a text: blanks, quotes, brackets, line ends.
 */
final class PastedWrapping {
    private static final String OPENING = "\"'`<\u201c\u2018\u00ab";
    private static final String CLOSING = "\"'`>\u201d\u2019\u00bb";

    private PastedWrapping() {}

    /**
     * The address alone. Blanks at the end of a quoted address stay: a key may end in one, and
     * quotes are how to say so.
     */
    static String removed(String text) {
        String bare = text.strip();
        int pair = bare.length() < 2 ? -1 : OPENING.indexOf(bare.charAt(0));
        if (pair >= 0 && bare.charAt(bare.length() - 1) == CLOSING.charAt(pair)) {
            bare = bare.substring(1, bare.length() - 1).stripLeading();
        }
        return isUrl(bare) ? oneLine(firstAddress(bare)) : firstAddress(bare);
    }

    private static boolean isUrl(String text) {
        String begin = text.substring(0, Math.min(8, text.length())).toLowerCase(Locale.ROOT);
        return begin.startsWith("http://") || begin.startsWith("https://");
    }

    /** A line end is a part of a key, unless another address begins after it. */
    private static String firstAddress(String text) {
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            String next = text.substring(at + 1, Math.min(text.length(), at + 20)).stripLeading();
            String begin = next.toLowerCase(Locale.ROOT);
            if (begin.startsWith("s3://") || begin.startsWith("arn:aws") || isUrl(next)) {
                String first = text.substring(0, at);
                return first.endsWith("\r") ? first.substring(0, at - 1) : first;
            }
        }
        return text;
    }

    /** Mail programs break long URLs; no URL has a line end of its own. */
    private static String oneLine(String url) {
        StringBuilder joined = new StringBuilder(url.length());
        url.chars()
                .filter(c -> c != '\r' && c != '\n' && c != '\t')
                .forEach(c -> joined.append((char) c));
        return joined.toString();
    }
}
