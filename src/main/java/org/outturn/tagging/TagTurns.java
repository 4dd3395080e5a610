package org.outturn.tagging;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.ObjectAddress;

/**
 * Whom to ask about next: what is visible goes before what is read in the background. Guarded by
 * its owner.
 */
final class TagTurns {
    private LinkedHashMap<ObjectAddress, StampedAddress> visible = new LinkedHashMap<>();
    private LinkedHashMap<ObjectAddress, StampedAddress> background = new LinkedHashMap<>();

    /** What is wanted in the background, known or not. */
    private Set<ObjectAddress> gathered = Set.of();

    private final Set<ObjectAddress> failed = new HashSet<>();

    /** These are visible now; what was before has no turn any more. */
    void visible(LinkedHashMap<ObjectAddress, StampedAddress> next) {
        visible = next;
    }

    /**
     * @param all what is wanted in the background from now on
     * @param open what of it is not known
     * @param lost what of it cannot be had
     */
    void gather(
            Set<ObjectAddress> all,
            LinkedHashMap<ObjectAddress, StampedAddress> open,
            Set<ObjectAddress> lost) {
        gathered = all;
        background = open;
        failed.clear();
        failed.addAll(lost);
    }

    /** Takes the next one; {@code null} when nobody is left. */
    @Nullable StampedAddress take() {
        Map.@Nullable Entry<ObjectAddress, StampedAddress> first = visible.pollFirstEntry();
        if (first == null) {
            first = background.pollFirstEntry();
        } else {
            background.remove(first.getKey());
        }
        return first == null ? null : first.getValue();
    }

    /** Takes an object out of its turn. */
    @Nullable StampedAddress take(ObjectAddress address) {
        StampedAddress inBackground = background.remove(address);
        StampedAddress inSight = visible.remove(address);
        return inSight == null ? inBackground : inSight;
    }

    /** It has another turn, behind all others of its kind. */
    void again(StampedAddress object) {
        (gathered.contains(object.address()) ? background : visible).put(object.address(), object);
    }

    /** What was found out of an object. */
    void settled(ObjectAddress address, TagState state) {
        if (state instanceof TagState.Failed && gathered.contains(address)) {
            failed.add(address);
        } else {
            failed.remove(address);
        }
    }

    /** Takes all that fit out of their turns; returns them. */
    Map<ObjectAddress, StampedAddress> drop(Predicate<ObjectAddress> which) {
        var dropped = new LinkedHashMap<>(visible);
        dropped.putAll(background);
        dropped.keySet().removeIf(which.negate());
        visible.keySet().removeAll(dropped.keySet());
        background.keySet().removeAll(dropped.keySet());
        return dropped;
    }

    boolean waits(StampedAddress object) {
        return object.equals(visible.get(object.address()))
                || object.equals(background.get(object.address()));
    }

    boolean holds(ObjectAddress address) {
        return visible.containsKey(address) || background.containsKey(address);
    }

    /** How many turns there are, at the least. */
    int size() {
        return Math.max(visible.size(), background.size());
    }

    Set<ObjectAddress> gathered() {
        return gathered;
    }

    /** How many are waited for in the background. */
    int open() {
        return background.size();
    }

    int failed() {
        return failed.size();
    }
}
