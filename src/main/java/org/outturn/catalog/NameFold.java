package org.outturn.catalog;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/** Names without what searching and sorting are to overlook. */
final class NameFold {
    private NameFold() {}

    /**
     * For searching: composed (NFC) and without case, code point by code point, so that a part of a
     * text folds to a part of the folded text.
     */
    static String forSearch(String text) {
        return withoutCase(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    /**
     * For sorting: bytes whose unsigned order is the natural order of the names. Without case,
     * decomposed (NFD) so that accents come after the plain letter, and every number as its length
     * and its digits, so that it counts by its value whatever its leading zeros.
     */
    static byte[] forSort(byte[] utf8, int from, int to) {
        if (isAscii(utf8, from, to)) {
            return numbersByValue(utf8, from, to);
        }
        String text = new String(utf8, from, to - from, StandardCharsets.UTF_8);
        byte[] folded =
                withoutCase(Normalizer.normalize(text, Normalizer.Form.NFD))
                        .getBytes(StandardCharsets.UTF_8);
        return numbersByValue(folded, 0, folded.length);
    }

    static boolean isAscii(byte[] utf8, int from, int to) {
        for (int i = from; i < to; i++) {
            if (utf8[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** An ASCII letter in lower case; any other byte as it is. */
    static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
    }

    private static String withoutCase(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static byte[] numbersByValue(byte[] text, int from, int to) {
        // a number of one digit grows by three bytes, and two numbers have something between them
        byte[] key = new byte[(to - from) * 5 / 2 + 3];
        int length = 0;
        int at = from;
        while (at < to) {
            if (!isDigit(text[at])) {
                key[length++] = lower(text[at++]);
                continue;
            }
            while (at < to && text[at] == '0') {
                at++;
            }
            int first = at;
            while (at < to && isDigit(text[at])) {
                at++;
            }
            int digits = at - first;
            // the marker puts numbers where digits are among the other characters
            key[length++] = '0';
            key[length++] = (byte) (digits >> 8);
            key[length++] = (byte) digits;
            System.arraycopy(text, first, key, length, digits);
            length += digits;
        }
        return Arrays.copyOf(key, length);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
