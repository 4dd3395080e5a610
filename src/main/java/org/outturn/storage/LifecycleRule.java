package org.outturn.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One rule of a bucket's lifecycle: for which objects, and what becomes of them when (S3 User
 * Guide, "Lifecycle configuration elements"). A bucket has at most 1,000.
 *
 * @param id names the rule within its bucket; empty if the server gives none
 * @param enabled whether the server acts by it
 * @param expiration when current versions are deleted; in a bucket with versioning they become
 *     noncurrent below a delete marker instead
 * @param removesLoneMarkers whether delete markers below which nothing is left are removed
 * @param transitions when current versions move to another storage class, in the server's order
 * @param noncurrentExpiration when noncurrent versions are deleted for good
 * @param noncurrentTransitions when noncurrent versions move to another storage class
 * @param abortUploadsAfterDays days after which an upload in parts that was begun and not finished
 *     is given up
 */
public record LifecycleRule(
        String id,
        boolean enabled,
        Filter filter,
        Optional<When> expiration,
        boolean removesLoneMarkers,
        List<Transition> transitions,
        Optional<Noncurrent> noncurrentExpiration,
        List<NoncurrentTransition> noncurrentTransitions,
        OptionalInt abortUploadsAfterDays) {

    public LifecycleRule {
        transitions = List.copyOf(transitions);
        noncurrentTransitions = List.copyOf(noncurrentTransitions);
    }

    /** An enabled rule that only deletes current versions. */
    public static LifecycleRule expiring(String id, Filter filter, When when) {
        return new LifecycleRule(
                id,
                true,
                filter,
                Optional.of(when),
                false,
                List.of(),
                Optional.empty(),
                List.of(),
                OptionalInt.empty());
    }

    /**
     * Which objects a rule holds for: those that meet all of it.
     *
     * @param prefix what their keys begin with; empty for any
     * @param tags tags that they have, among others; empty for any
     * @param sizeGreaterThan they are larger than this, in bytes
     * @param sizeLessThan they are smaller than this, in bytes
     */
    public record Filter(
            String prefix,
            ObjectTags tags,
            OptionalLong sizeGreaterThan,
            OptionalLong sizeLessThan) {
        /** All objects of the bucket. */
        public static final Filter ALL = prefixed("");

        /** All objects whose keys begin with a prefix. */
        public static Filter prefixed(String prefix) {
            return new Filter(prefix, ObjectTags.NONE, OptionalLong.empty(), OptionalLong.empty());
        }

        /** Whether it looks at the size. */
        public boolean hasSize() {
            return sizeGreaterThan.isPresent() || sizeLessThan.isPresent();
        }
    }

    /** When something happens to a current version. */
    public sealed interface When {}

    /**
     * So long after the object was stored.
     *
     * @param days 0 or more
     */
    public record AfterDays(int days) implements When {
        /**
         * @throws IllegalArgumentException if it is less than 0
         */
        public AfterDays {
            requireDays(days);
        }
    }

    /**
     * From a day on, for those stored later too.
     *
     * @param date midnight UTC
     */
    public record OnDate(Instant date) implements When {}

    /**
     * A move to another storage class.
     *
     * @param storageClass as the server names it, for instance {@code STANDARD_IA}
     * @param smallestBytes smaller objects stay where they are, unless the rule's filter looks at
     *     the size; 0 when all move (S3 User Guide, "Transitioning objects using Amazon S3
     *     Lifecycle": 128 KiB on S3 since September 2024)
     */
    public record Transition(When when, String storageClass, long smallestBytes) {}

    /**
     * How long a noncurrent version is kept.
     *
     * @param days counted from when it became noncurrent, 0 or more
     * @param newerKept how many noncurrent versions newer than it there must be besides, 0 to 100
     */
    public record Noncurrent(int days, int newerKept) {
        /**
         * @throws IllegalArgumentException if one of them is less than 0
         */
        public Noncurrent {
            requireDays(days);
            requireDays(newerKept);
        }
    }

    /**
     * A move of a noncurrent version to another storage class.
     *
     * @param smallestBytes as in {@link Transition}
     */
    public record NoncurrentTransition(Noncurrent when, String storageClass, long smallestBytes) {}

    private static void requireDays(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("less than none: " + number);
        }
    }
}
