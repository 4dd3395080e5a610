package org.outturn.pipeline.template;

import java.util.Arrays;

/** A key cut at its slashes, once. A key that ends in a slash has an empty last segment. */
public final class KeySegments {
    private final String key;
    private final int[] starts;

    public KeySegments(String key) {
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

    public String key() {
        return key;
    }

    /** How many there are; at least 1. */
    public int count() {
        return starts.length;
    }

    /** Where a segment begins. */
    int start(int index) {
        return starts[index];
    }

    /** Where a segment ends, its slash not included. */
    int end(int index) {
        return index == starts.length - 1 ? key.length() : starts[index + 1] - 1;
    }
}
