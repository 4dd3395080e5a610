package org.outturn.aws;

import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectTags;

/**
 * Sees to it that a copy has the tags of its source. AWS copies them with the object; of other
 * servers some do and some do not, which shows at the first object that has any.
 */
final class CopiedTags {
    private final ObjectReads reads;
    private final ObjectWrites writes;
    private volatile Habit habit;

    /** What the server does with tags when it copies an object. */
    private enum Habit {
        UNKNOWN,
        KEEPS,
        LOSES,
        /** It has no tags. */
        NONE
    }

    CopiedTags(Server server, ObjectReads reads, ObjectWrites writes) {
        this.reads = reads;
        this.writes = writes;
        this.habit = server.aws() ? Habit.KEEPS : Habit.UNKNOWN;
    }

    /**
     * The tags that a copy by one request may lack.
     *
     * @throws FailureException if they may not be read: a copy without them is no copy
     */
    ObjectTags missedBy(ObjectAddress source) {
        return habit == Habit.KEEPS ? ObjectTags.NONE : of(source);
    }

    /** The object's tags; none on a server that has no tags. */
    ObjectTags of(ObjectAddress source) {
        if (habit == Habit.NONE) {
            return ObjectTags.NONE;
        }
        try {
            return reads.tags(source);
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.NotSupported) {
                habit = Habit.NONE;
                return ObjectTags.NONE;
            }
            throw e;
        }
    }

    /** Gives a copy that was made by one request the tags that it lacks. */
    void complete(ObjectAddress copy, ObjectTags wanted) {
        if (wanted.values().isEmpty()) {
            return;
        }
        if (habit == Habit.UNKNOWN) {
            habit = reads.tags(copy).equals(wanted) ? Habit.KEEPS : Habit.LOSES;
        }
        if (habit == Habit.LOSES) {
            writes.setTags(copy, wanted);
        }
    }

    /** Gives a copy tags that it was made without. */
    void put(ObjectAddress copy, ObjectTags wanted) {
        if (!wanted.values().isEmpty()) {
            writes.setTags(copy, wanted);
        }
    }
}
