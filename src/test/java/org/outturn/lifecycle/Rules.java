package org.outturn.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.outturn.storage.LifecycleRule;
import org.outturn.storage.LifecycleRule.AfterDays;
import org.outturn.storage.LifecycleRule.Filter;
import org.outturn.storage.LifecycleRule.Noncurrent;
import org.outturn.storage.LifecycleRule.NoncurrentTransition;
import org.outturn.storage.LifecycleRule.Transition;
import org.outturn.storage.LifecycleRule.When;
import org.outturn.storage.ObjectTags;

/** Rules and objects for tests. */
final class Rules {
    static final long S3_SMALLEST = 128 << 10;

    private Rules() {}

    static LifecycleRule expire(String id, String prefix, int days) {
        return LifecycleRule.expiring(id, Filter.prefixed(prefix), new AfterDays(days));
    }

    static LifecycleRule expire(String id, Filter filter, int days) {
        return LifecycleRule.expiring(id, filter, new AfterDays(days));
    }

    static LifecycleRule move(String id, String prefix, int days, String storageClass) {
        return move(id, Filter.prefixed(prefix), new AfterDays(days), storageClass);
    }

    static LifecycleRule move(String id, Filter filter, When when, String storageClass) {
        return new LifecycleRule(
                id,
                true,
                filter,
                Optional.empty(),
                false,
                List.of(new Transition(when, storageClass, S3_SMALLEST)),
                Optional.empty(),
                List.of(),
                OptionalInt.empty());
    }

    static LifecycleRule noncurrent(String id, int days, int newerKept) {
        return new LifecycleRule(
                id,
                true,
                Filter.ALL,
                Optional.empty(),
                false,
                List.of(),
                Optional.of(new Noncurrent(days, newerKept)),
                List.of(
                        new NoncurrentTransition(
                                new Noncurrent(30, 0), "STANDARD_IA", S3_SMALLEST)),
                OptionalInt.empty());
    }

    static LifecycleRule removingLoneMarkers(String id) {
        return new LifecycleRule(
                id,
                true,
                Filter.ALL,
                Optional.empty(),
                true,
                List.of(),
                Optional.empty(),
                List.of(),
                OptionalInt.empty());
    }

    static LifecycleRule disabled(LifecycleRule rule) {
        return new LifecycleRule(
                rule.id(),
                false,
                rule.filter(),
                rule.expiration(),
                rule.removesLoneMarkers(),
                rule.transitions(),
                rule.noncurrentExpiration(),
                rule.noncurrentTransitions(),
                rule.abortUploadsAfterDays());
    }

    static Filter tagged(String prefix, Map<String, String> tags) {
        return new Filter(prefix, ObjectTags.of(tags), OptionalLong.empty(), OptionalLong.empty());
    }

    static Filter sized(long greaterThan, long lessThan) {
        return new Filter(
                "", ObjectTags.NONE, OptionalLong.of(greaterThan), OptionalLong.of(lessThan));
    }

    /** One of 1 MiB in a bucket without versions, its tags not known. */
    static ObjectFacts object(String key, String modified) {
        return object(key, 1 << 20, modified, new ObjectFacts.Unversioned());
    }

    static ObjectFacts object(String key, long size, String modified, ObjectFacts.Version version) {
        return new ObjectFacts(
                key, size, Instant.parse(modified), "STANDARD", Optional.empty(), version);
    }

    static ObjectFacts withTags(ObjectFacts facts, Map<String, String> tags) {
        return new ObjectFacts(
                facts.key(),
                facts.size(),
                facts.modified(),
                facts.storageClass(),
                Optional.of(ObjectTags.of(tags)),
                facts.version());
    }

    static ObjectFacts in(String storageClass, ObjectFacts facts) {
        return new ObjectFacts(
                facts.key(),
                facts.size(),
                facts.modified(),
                storageClass,
                facts.tags(),
                facts.version());
    }

    static ExpiryReckoning by(LifecycleRule... rules) {
        return new ExpiryReckoning(LifecycleRules.of(List.of(rules)));
    }
}
