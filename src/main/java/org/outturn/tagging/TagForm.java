package org.outturn.tagging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.outturn.storage.ObjectTags;

/**
 * Makes an edit of what an operator has typed, or says what is wrong with it.
 *
 * @param before the tags of the one object that is edited; empty when it is about several, which
 *     may have any
 * @param day of that object's output, where it is known
 */
public record TagForm(Optional<ObjectTags> before, Optional<LocalDate> day, LocalDate today) {
    /**
     * What was made of it.
     *
     * @param tags what is wrong with the tags; the index is that among all that were typed
     * @param removal what is wrong with the keys to remove
     * @param edit empty when something is wrong, or nothing would change
     */
    public record Judgement(
            List<TagComplaint> tags, List<TagComplaint> removal, Optional<TagEdit> edit) {}

    /** The tags of one object as they are to be. */
    public Judgement judge(List<Tag> typed) {
        ObjectTags now = before.orElse(ObjectTags.NONE);
        List<TagComplaint> complaints = new ArrayList<>();
        List<Tag> tags = filled(typed, complaints);
        for (TagComplaint complaint : check(tags)) {
            boolean old = complaint.index() >= 0 && isIn(now, tags.get(complaint.index()));
            // what the server has taken once it will take again
            if (!old || complaint.problem() == TagProblem.KEY_TWICE) {
                complaints.add(complaint);
            }
        }
        return judgement(complaints, List.of(), () -> TagEdit.between(now, set(tags)));
    }

    /**
     * What is to be done to several objects.
     *
     * @param removed keys to take away
     * @param replaceAll whether all other tags go
     */
    public Judgement judge(List<Tag> typed, List<String> removed, boolean replaceAll) {
        List<TagComplaint> complaints = new ArrayList<>();
        List<Tag> tags = filled(typed, complaints);
        complaints.addAll(check(tags));
        SortedSet<String> gone = new TreeSet<>(replaceAll ? List.of() : removed);
        List<TagComplaint> both =
                tags.stream()
                        .map(Tag::key)
                        .filter(gone::contains)
                        .map(key ->
                                new TagComplaint(
                                        TagProblem.SET_AND_REMOVED, TagComplaint.Part.KEY, -1, key))
                        .toList();
        // the days of several objects are put in one by one
        return judgement(complaints, both, () -> new TagEdit(set(meant(typed)), gone, replaceAll));
    }

    private static Judgement judgement(
            List<TagComplaint> tags, List<TagComplaint> removal, Supplier<TagEdit> edit) {
        if (!tags.isEmpty() || !removal.isEmpty()) {
            return new Judgement(tags, removal, Optional.empty());
        }
        return new Judgement(tags, removal, Optional.of(edit.get()).filter(e -> !e.doesNothing()));
    }

    /** Without the spaces at the ends, which nobody sees. */
    private static List<Tag> meant(List<Tag> typed) {
        return typed.stream().map(tag -> new Tag(tag.key().strip(), tag.value().strip())).toList();
    }

    /** As they would be on an object whose day is known. */
    private List<Tag> filled(List<Tag> typed, List<TagComplaint> complaints) {
        List<Tag> filled = new ArrayList<>();
        boolean unknown = before.isPresent() && day.isEmpty();
        for (Tag tag : meant(typed)) {
            if (unknown && Days.isNeeded(tag.value())) {
                complaints.add(
                        new TagComplaint(
                                TagProblem.NO_DAY, TagComplaint.Part.VALUE, filled.size(), ""));
            }
            String value = Days.fill(tag.value(), day.orElse(today), today);
            filled.add(new Tag(tag.key(), value));
        }
        return filled;
    }

    /** Lines that are empty count for nothing. */
    private static List<TagComplaint> check(List<Tag> tags) {
        List<Integer> places = new ArrayList<>();
        List<Tag> there = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            if (!isBlank(tags.get(i))) {
                places.add(i);
                there.add(tags.get(i));
            }
        }
        return TagRules.check(there).stream()
                .map(c ->
                        c.index() < 0
                                ? c
                                : new TagComplaint(
                                        c.problem(), c.part(), places.get(c.index()), c.subject()))
                .toList();
    }

    private static boolean isBlank(Tag tag) {
        return tag.key().isEmpty() && tag.value().isEmpty();
    }

    private static boolean isIn(ObjectTags tags, Tag tag) {
        return tag.value().equals(tags.values().get(tag.key()));
    }

    private static ObjectTags set(List<Tag> tags) {
        return ObjectTags.of(
                tags.stream()
                        .filter(tag -> !isBlank(tag))
                        .collect(Collectors.toMap(Tag::key, Tag::value)));
    }
}
