package org.outturn.tagging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.outturn.storage.ObjectTags;

/**
 * A change of tags, whatever they are before. Doing it again changes nothing more.
 *
 * @param set tags to add, or to change where the key is there already
 * @param remove keys to take away; those that are not there do no harm
 * @param replaceAll whether all other tags go, too
 */
public record TagEdit(ObjectTags set, SortedSet<String> remove, boolean replaceAll) {

    /**
     * @throws IllegalArgumentException if a key is both set and removed
     */
    public TagEdit {
        remove = Collections.unmodifiableSortedSet(new TreeSet<>(remove));
        for (String key : remove) {
            if (set.values().containsKey(key)) {
                throw new IllegalArgumentException("set and removed: " + key);
            }
        }
    }

    /** Adds or changes tags; all others stay. */
    public static TagEdit set(Map<String, String> tags) {
        return new TagEdit(ObjectTags.of(tags), new TreeSet<>(), false);
    }

    /** Takes keys away; all others stay. */
    public static TagEdit remove(SortedSet<String> keys) {
        return new TagEdit(ObjectTags.NONE, keys, false);
    }

    /** Has exactly these tags be there. */
    public static TagEdit replaceAll(ObjectTags tags) {
        return new TagEdit(tags, new TreeSet<>(), true);
    }

    /**
     * What makes one into the other, and touches nothing else: what somebody else adds meanwhile
     * stays.
     */
    public static TagEdit between(ObjectTags before, ObjectTags after) {
        SortedMap<String, String> changed = new TreeMap<>(after.values());
        changed.entrySet().removeAll(before.values().entrySet());
        SortedSet<String> gone = new TreeSet<>(before.values().keySet());
        gone.removeAll(after.values().keySet());
        return new TagEdit(new ObjectTags(changed), gone, false);
    }

    /** The tags afterwards; equal to those before when there is nothing to change. */
    public ObjectTags apply(ObjectTags before) {
        SortedMap<String, String> after = new TreeMap<>();
        if (!replaceAll) {
            after.putAll(before.values());
            after.keySet().removeAll(remove);
        }
        after.putAll(set.values());
        return new ObjectTags(after);
    }

    /** Whether it changes no object whatever its tags are. */
    public boolean doesNothing() {
        return !replaceAll && set.values().isEmpty() && remove.isEmpty();
    }

    /**
     * What is wrong with the tags that are set, and with how many there would be. What the object
     * has already is not judged: its server took it.
     *
     * @return empty when it can be done
     */
    public List<TagComplaint> complaints(ObjectTags before) {
        List<TagComplaint> complaints = new ArrayList<>(TagRules.check(set));
        int after = apply(before).values().size();
        if (after > TagRules.MOST && set.values().size() <= TagRules.MOST) {
            complaints.add(TagComplaint.tooMany(after));
        }
        return complaints;
    }

    /**
     * Puts days in where values have {@code {date}} or {@code {today}}.
     *
     * @param output the day that the object's output is of, where it is known
     * @return empty if a value needs a day that is not known
     */
    public Optional<TagEdit> filled(Optional<LocalDate> output, LocalDate today) {
        return Days.fill(set.values(), output, today)
                .map(values -> new TagEdit(ObjectTags.of(values), remove, replaceAll));
    }

    /** Whether a value has {@code {date}}. */
    public boolean needsDay() {
        return Days.areNeeded(set.values().values());
    }
}
