package org.outturn.tagging;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.outturn.storage.ObjectAddress;

/**
 * Objects whose tags are to be changed, each with what is to be done to it.
 *
 * @param objects no address twice
 */
public record TagPlan(List<PlannedTags> objects) {
    public TagPlan {
        objects = List.copyOf(objects);
    }

    /**
     * What is to become of one object.
     *
     * @param edit empty when it is left out because the day of its output is not known
     */
    public record PlannedTags(ObjectAddress address, Optional<TagEdit> edit) {}

    /**
     * The same edit for all of them, with each one's own day.
     *
     * @param objects doubles count once
     * @param day of the output that an object belongs to; only asked where the edit needs it
     */
    public static TagPlan of(
            List<ObjectAddress> objects,
            TagEdit edit,
            Function<ObjectAddress, Optional<LocalDate>> day,
            LocalDate today) {
        boolean asks = edit.needsDay();
        Optional<TagEdit> same = asks ? Optional.empty() : edit.filled(Optional.empty(), today);
        return new TagPlan(
                objects.stream()
                        .distinct()
                        .map(address ->
                                new PlannedTags(
                                        address,
                                        asks ? edit.filled(day.apply(address), today) : same))
                        .toList());
    }

    /** How many objects are not left out. */
    public int objectsToDo() {
        return (int) objects.stream().filter(object -> object.edit().isPresent()).count();
    }
}
