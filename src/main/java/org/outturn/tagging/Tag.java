package org.outturn.tagging;

import java.util.List;
import org.outturn.storage.ObjectTags;

/**
 * One tag as somebody typed it; {@link TagRules} says whether it can be one.
 *
 * @param key may be anything, empty too
 * @param value may be anything, empty too
 */
public record Tag(String key, String value) {

    /** The tags of an object, by key. */
    public static List<Tag> of(ObjectTags tags) {
        return tags.values().entrySet().stream()
                .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                .toList();
    }
}
