package org.outturn.ui.transfers;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.outturn.storage.ObjectTags;
import org.outturn.tagging.Tag;
import org.outturn.tagging.TagComplaint;
import org.outturn.tagging.TagRules;

/**
 * Tags as an operator types them: {@code client=agar, type=output}. What they may be says {@link
 * TagRules}.
 */
final class TagText {
    private TagText() {}

    static String of(ObjectTags tags) {
        return tags.values().entrySet().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Empty when {@link #complaint} has something to say. */
    static Optional<ObjectTags> parse(String text) {
        return parse(text, List.of());
    }

    /**
     * The same where some words stand for something that is filled in later.
     *
     * @param placeholders for instance <code>{date}</code>
     */
    static Optional<ObjectTags> parse(String text, List<String> placeholders) {
        List<Tag> tags = tags(text);
        return complaint(text, placeholders).isEmpty()
                ? Optional.of(
                        ObjectTags.of(
                                tags.stream().collect(Collectors.toMap(Tag::key, Tag::value))))
                : Optional.empty();
    }

    /** The first thing that is wrong; empty when they are tags. */
    static Optional<TagComplaint> complaint(String text, List<String> placeholders) {
        String filled = text;
        for (String placeholder : placeholders) {
            filled = filled.replace(placeholder, "0");
        }
        return TagRules.check(tags(filled)).stream().findFirst();
    }

    private static List<Tag> tags(String text) {
        return Arrays.stream(text.split(","))
                .filter(part -> !part.isBlank())
                .map(part -> part.split("=", 2))
                .map(pair -> new Tag(pair[0].strip(), pair.length == 2 ? pair[1].strip() : ""))
                .toList();
    }
}
