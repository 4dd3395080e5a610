package org.outturn.pipeline;

import java.util.Arrays;

/** A key cut at its slashes, once. A key that ends in a slash has an empty last segment. */
final class KeySegments {
    private final String key;
    private final int[] starts;

    KeySegments(String key) {
        this.key = key;
        int[] found = new int[8];
        int count = 1;
        for (int at = key.indexOf('/'); at >= 0; at = key.indexOf('/', at + 1)) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = at + 1;
        }
        this.starts = Arrays.copyOf(found, count);
    }

    int count() {
        return starts.length;
    }

    boolean isLast(int segment) {
        return segment == starts.length - 1;
    }

    String segment(int index) {
        return key.substring(starts[index], end(index));
    }

    boolean is(int index, String name) {
        return index < starts.length
                && end(index) - starts[index] == name.length()
                && key.startsWith(name, starts[index]);
    }

    boolean isEmpty(int index) {
        return end(index) == starts[index];
    }

    /** Everything before a segment, with its slash. */
    String before(int index) {
        return key.substring(0, starts[index]);
    }

    /** How many characters a segment has. */
    int length(int index) {
        return end(index) - starts[index];
    }

    private int end(int index) {
        return isLast(index) ? key.length() : starts[index + 1] - 1;
    }
}
