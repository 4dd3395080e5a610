package org.outturn.ui.transfers;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.outturn.storage.ObjectTags;

/**
 * Tags as an operator types them: {@code client=agar, type=output}. Limits are those of S3 (S3 user
 * guide, "Categorizing your storage using tags").
 */
final class TagText {
    private static final int MOST = 10;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;

    private TagText() {}

    static String of(ObjectTags tags) {
        return tags.values().entrySet().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Empty when it cannot be tags. */
    static Optional<ObjectTags> parse(String text) {
        Map<String, String> tags = new TreeMap<>();
        for (String part : text.split(",")) {
            if (part.isBlank()) {
                continue;
            }
            String[] pair = part.split("=", 2);
            String key = pair[0].strip();
            String value = pair.length == 2 ? pair[1].strip() : "";
            boolean possible =
                    !key.isEmpty()
                            && key.length() <= LONGEST_KEY
                            && value.length() <= LONGEST_VALUE
                            && tags.put(key, value) == null;
            if (!possible) {
                return Optional.empty();
            }
        }
        return tags.size() > MOST ? Optional.empty() : Optional.of(ObjectTags.of(tags));
    }
}
