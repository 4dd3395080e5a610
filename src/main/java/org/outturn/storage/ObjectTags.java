package org.outturn.storage;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tags of an object, by key.
 *
 * @param values at most ten on S3; keys of 1 to 128 and values of 0 to 256 characters
 */
public record ObjectTags(SortedMap<String, String> values) {
    public static final ObjectTags NONE = new ObjectTags(new TreeMap<>());

    public ObjectTags {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static ObjectTags of(Map<String, String> values) {
        return new ObjectTags(new TreeMap<>(values));
    }
}
