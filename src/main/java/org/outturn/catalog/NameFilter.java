package org.outturn.catalog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Tells whether a name holds every word of a filter text. Immutable. */
final class NameFilter {
    private final List<byte[]> words;
    private final boolean plain;

    NameFilter(String text) {
        words = new ArrayList<>();
        boolean ascii = true;
        for (String word : NameFold.forSearch(text).split("[\\s\\p{Z}]+")) {
            if (!word.isEmpty()) {
                byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
                ascii &= NameFold.isAscii(utf8, 0, utf8.length);
                words.add(utf8);
            }
        }
        plain = ascii;
    }

    boolean passesAll() {
        return words.isEmpty();
    }

    boolean passes(byte[] utf8, int from, int to) {
        if (NameFold.isAscii(utf8, from, to)) {
            return plain && holdsAll(utf8, from, to);
        }
        String name = new String(utf8, from, to - from, StandardCharsets.UTF_8);
        byte[] folded = NameFold.forSearch(name).getBytes(StandardCharsets.UTF_8);
        return holdsAll(folded, 0, folded.length);
    }

    private boolean holdsAll(byte[] name, int from, int to) {
        for (byte[] word : words) {
            if (!holds(name, from, to, word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(byte[] name, int from, int to, byte[] word) {
        for (int start = from; start <= to - word.length; start++) {
            int i = 0;
            while (i < word.length && NameFold.lower(name[start + i]) == word[i]) {
                i++;
            }
            if (i == word.length) {
                return true;
            }
        }
        return false;
    }
}
