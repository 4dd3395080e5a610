package org.outturn.aws;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.LifecycleRule;
import org.outturn.storage.LifecycleRule.Filter;
import org.outturn.storage.LifecycleRule.Noncurrent;
import org.outturn.storage.LifecycleRule.NoncurrentTransition;
import org.outturn.storage.LifecycleRule.Transition;
import org.outturn.storage.LifecycleRule.When;
import org.outturn.storage.ObjectTags;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.LifecycleExpiration;
import software.amazon.awssdk.services.s3.model.LifecycleRuleAndOperator;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TransitionDefaultMinimumObjectSize;

/** Turns the answer to GetBucketLifecycleConfiguration into {@link LifecycleRule}s. */
final class LifecycleReader {
    /** What S3 calls 128K. */
    private static final long SMALLEST = 128L << 10;

    private final boolean aws;

    /**
     * @param aws whether the server keeps small objects back without saying so
     */
    LifecycleReader(boolean aws) {
        this.aws = aws;
    }

    List<LifecycleRule> read(GetBucketLifecycleConfigurationResponse answer) {
        TransitionDefaultMinimumObjectSize minimum = answer.transitionDefaultMinimumObjectSize();
        return answer.rules().stream().map(rule -> rule(rule, minimum)).toList();
    }

    private LifecycleRule rule(
            software.amazon.awssdk.services.s3.model.LifecycleRule rule,
            @Nullable TransitionDefaultMinimumObjectSize minimum) {
        Optional<LifecycleExpiration> expiration = Optional.ofNullable(rule.expiration());
        return new LifecycleRule(
                rule.id() == null ? "" : rule.id(),
                rule.status() == ExpirationStatus.ENABLED,
                filter(rule),
                expiration.flatMap(when -> when(when.days(), when.date())),
                expiration
                        .map(when -> Boolean.TRUE.equals(when.expiredObjectDeleteMarker()))
                        .orElse(false),
                rule.transitions().stream().flatMap(move -> transition(move, minimum)).toList(),
                Optional.ofNullable(rule.noncurrentVersionExpiration())
                        .map(end ->
                                noncurrent(end.noncurrentDays(), end.newerNoncurrentVersions())),
                rule.noncurrentVersionTransitions().stream()
                        .map(move ->
                                new NoncurrentTransition(
                                        noncurrent(
                                                move.noncurrentDays(),
                                                move.newerNoncurrentVersions()),
                                        move.storageClassAsString(),
                                        smallest(move.storageClassAsString(), minimum)))
                        .toList(),
                rule.abortIncompleteMultipartUpload() == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(
                                orNone(
                                        rule.abortIncompleteMultipartUpload()
                                                .daysAfterInitiation())));
    }

    private Stream<Transition> transition(
            software.amazon.awssdk.services.s3.model.Transition move,
            @Nullable TransitionDefaultMinimumObjectSize minimum) {
        String target = move.storageClassAsString();
        // without a number of days it is zero: that is how the archive classes take it
        When when = when(move.days(), move.date()).orElse(new LifecycleRule.AfterDays(0));
        return target == null
                ? Stream.empty()
                : Stream.of(new Transition(when, target, smallest(target, minimum)));
    }

    private static Optional<When> when(@Nullable Integer days, @Nullable Instant date) {
        if (date != null) {
            return Optional.of(new LifecycleRule.OnDate(date));
        }
        return Optional.ofNullable(days).map(n -> new LifecycleRule.AfterDays(orNone(n)));
    }

    private static Noncurrent noncurrent(@Nullable Integer days, @Nullable Integer newerKept) {
        return new Noncurrent(orNone(days), orNone(newerKept));
    }

    private static int orNone(@Nullable Integer number) {
        return number == null ? 0 : Math.max(0, number);
    }

    /** What the bucket's setting for all rules means for one storage class. */
    private long smallest(String target, @Nullable TransitionDefaultMinimumObjectSize minimum) {
        if (minimum == TransitionDefaultMinimumObjectSize.VARIES_BY_STORAGE_CLASS) {
            return target.equals("GLACIER") || target.equals("DEEP_ARCHIVE") ? 0 : SMALLEST;
        }
        return aws || minimum != null ? SMALLEST : 0;
    }

    /**
     * The conditions, wherever they are: in the rule as in the first version of the API, in the
     * filter, in its And, or, from Ceph, several side by side in the filter.
     */
    @SuppressWarnings("deprecation") // LifecycleRule.prefix is what old configurations have
    private static Filter filter(software.amazon.awssdk.services.s3.model.LifecycleRule rule) {
        LifecycleRuleFilter filter =
                rule.filter() == null ? LifecycleRuleFilter.builder().build() : rule.filter();
        LifecycleRuleAndOperator and =
                filter.and() == null ? LifecycleRuleAndOperator.builder().build() : filter.and();
        var tags = new TreeMap<String, String>();
        Stream.concat(Stream.ofNullable(filter.tag()), and.tags().stream())
                .forEach((Tag tag) -> tags.put(tag.key(), tag.value()));
        return new Filter(
                Stream.of(
                                Optional.ofNullable(rule.prefix()),
                                Optional.ofNullable(filter.prefix()),
                                Optional.ofNullable(and.prefix()))
                        .flatMap(Optional::stream)
                        .filter(prefix -> !prefix.isEmpty())
                        .findFirst()
                        .orElse(""),
                new ObjectTags(tags),
                first(filter.objectSizeGreaterThan(), and.objectSizeGreaterThan()),
                first(filter.objectSizeLessThan(), and.objectSizeLessThan()));
    }

    private static OptionalLong first(@Nullable Long one, @Nullable Long other) {
        if (one != null) {
            return OptionalLong.of(one);
        }
        return other == null ? OptionalLong.empty() : OptionalLong.of(other);
    }
}
