package org.outturn.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.outturn.failure.Failure;
import org.outturn.lifecycle.ExpirationHeader;
import org.outturn.lifecycle.Expiry;
import org.outturn.lifecycle.ExpiryReckoning;
import org.outturn.lifecycle.LifecycleRules;
import org.outturn.lifecycle.ObjectFacts;
import org.outturn.storage.LifecycleRule.AfterDays;
import org.outturn.storage.LifecycleRule.Filter;
import org.outturn.storage.LifecycleRule.Noncurrent;
import org.outturn.storage.LifecycleRule.NoncurrentTransition;
import org.outturn.storage.LifecycleRule.OnDate;
import org.outturn.storage.LifecycleRule.Transition;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule.Builder;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;
import software.amazon.awssdk.services.s3.model.NoncurrentVersionTransition;
import software.amazon.awssdk.services.s3.model.Tag;

/** What a bucket's lifecycle says, and whether the reckoning agrees with the server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class LifecycleContract {
    private static final Instant NEW_YEAR = Instant.parse("2030-01-01T00:00:00Z");
    private static final Tag MANUAL = Tag.builder().key("type").value("manual").build();
    private static final Tag AGAR = Tag.builder().key("client").value("agar gum").build();

    private TestBucket bucket;
    private S3Client raw;

    /** The server to hold to the contract. */
    protected abstract ServerUnderTest server();

    /** What the server is known not to do. */
    protected abstract Set<Lack> lacks();

    /** What not every server does. */
    protected enum Lack {
        /** Bounds of the size are dropped from filters. */
        SIZES,
        /** How many noncurrent versions are kept is dropped from rules. */
        KEPT_VERSIONS,
        /** Small objects are moved like others. */
        SMALL_OBJECTS_STAY
    }

    @BeforeAll
    void createBucket() {
        bucket = TestBucket.create(server().connection());
        raw = RawClient.of(server());
    }

    @AfterAll
    void deleteBucket() {
        raw.close();
        bucket.close();
    }

    private void needs(Lack lack) {
        Assumptions.assumeFalse(lacks().contains(lack), () -> "the server lacks " + lack);
    }

    private static Builder rule(String id, LifecycleRuleFilter filter) {
        return software.amazon.awssdk.services.s3.model.LifecycleRule.builder()
                .id(id)
                .status(ExpirationStatus.ENABLED)
                .filter(filter);
    }

    private static LifecycleRuleFilter prefix(String prefix) {
        return LifecycleRuleFilter.fromPrefix(prefix);
    }

    private void put(Builder... rules) {
        List<software.amazon.awssdk.services.s3.model.LifecycleRule> built =
                Arrays.stream(rules).map(Builder::build).toList();
        raw.putBucketLifecycleConfiguration(request ->
                request.bucket(bucket.name())
                        .lifecycleConfiguration(lifecycle -> lifecycle.rules(built)));
    }

    private LifecycleRule read(String id) {
        return bucket.store().lifecycle(bucket.name()).stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutALifecycleThereAreNoRules() {
        raw.deleteBucketLifecycle(request -> request.bucket(bucket.name()));

        assertThat(bucket.store().lifecycle(bucket.name())).isEmpty();
    }

    @Test
    void theBucketThatIsNotThereIsNoBucketWithoutRules() {
        Failures.expect(
                Failure.BucketNotFound.class,
                () -> bucket.store().lifecycle(bucket.name() + "-none"));
    }

    @Test
    void daysAndDatesAndDisabledRules() {
        put(
                rule("days", prefix("temp/")).expiration(e -> e.days(7)),
                rule("date", prefix("old/")).expiration(e -> e.date(NEW_YEAR)),
                rule("off", prefix("off/"))
                        .status(ExpirationStatus.DISABLED)
                        .expiration(e -> e.days(1)),
                rule("uploads", prefix(""))
                        .abortIncompleteMultipartUpload(a -> a.daysAfterInitiation(3)));

        assertThat(bucket.store().lifecycle(bucket.name())).hasSize(4);
        assertThat(read("days"))
                .isEqualTo(
                        LifecycleRule.expiring("days", Filter.prefixed("temp/"), new AfterDays(7)));
        assertThat(read("date"))
                .isEqualTo(
                        LifecycleRule.expiring(
                                "date", Filter.prefixed("old/"), new OnDate(NEW_YEAR)));
        assertThat(read("off").enabled()).isFalse();
        assertThat(read("uploads"))
                .returns(OptionalInt.of(3), LifecycleRule::abortUploadsAfterDays)
                .returns(Filter.ALL, LifecycleRule::filter)
                .returns(Optional.empty(), LifecycleRule::expiration);
    }

    @Test
    void versionsAndMarkers() {
        put(
                rule("markers", prefix("a/")).expiration(e -> e.expiredObjectDeleteMarker(true)),
                rule("versions", prefix("b/"))
                        .noncurrentVersionExpiration(
                                n -> n.noncurrentDays(60).newerNoncurrentVersions(5)));

        assertThat(read("markers"))
                .returns(true, LifecycleRule::removesLoneMarkers)
                .returns(Optional.empty(), LifecycleRule::expiration);
        Noncurrent kept = read("versions").noncurrentExpiration().orElseThrow();
        assertThat(kept.days()).isEqualTo(60);
        assertThat(kept.newerKept()).isEqualTo(lacks().contains(Lack.KEPT_VERSIONS) ? 0 : 5);
    }

    @Test
    void tagsAlonePairsOfTagsAndTagsWithAPrefix() {
        put(
                rule("one", LifecycleRuleFilter.fromTag(MANUAL)).expiration(e -> e.days(1)),
                rule("two", LifecycleRuleFilter.fromAnd(and -> and.tags(MANUAL, AGAR)))
                        .expiration(e -> e.days(2)),
                rule(
                                "prefixed",
                                LifecycleRuleFilter.fromAnd(and -> and.prefix("raw/").tags(MANUAL)))
                        .expiration(e -> e.days(3)));

        assertThat(read("one").filter()).isEqualTo(tagged("", Map.of("type", "manual")));
        assertThat(read("two").filter())
                .isEqualTo(tagged("", Map.of("type", "manual", "client", "agar gum")));
        assertThat(read("prefixed").filter()).isEqualTo(tagged("raw/", Map.of("type", "manual")));
    }

    private static Filter tagged(String prefix, Map<String, String> tags) {
        return new Filter(prefix, ObjectTags.of(tags), OptionalLong.empty(), OptionalLong.empty());
    }

    @Test
    void sizes() {
        needs(Lack.SIZES);
        put(
                rule("one", LifecycleRuleFilter.fromObjectSizeGreaterThan(500L))
                        .expiration(e -> e.days(1)),
                rule(
                                "both",
                                LifecycleRuleFilter.fromAnd(and ->
                                        and.prefix("a/")
                                                .objectSizeGreaterThan(500L)
                                                .objectSizeLessThan(65_536L)))
                        .expiration(e -> e.days(2)));

        assertThat(read("one").filter())
                .isEqualTo(
                        new Filter(
                                "", ObjectTags.NONE, OptionalLong.of(500), OptionalLong.empty()));
        assertThat(read("both").filter())
                .isEqualTo(
                        new Filter(
                                "a/",
                                ObjectTags.NONE,
                                OptionalLong.of(500),
                                OptionalLong.of(65_536)));
    }

    @Test
    void moves() {
        long smallest = lacks().contains(Lack.SMALL_OBJECTS_STAY) ? 0 : 131_072;
        put(
                rule("moves", prefix("a/"))
                        .transitions(List.of(move(30, "STANDARD_IA"), move(90, "GLACIER")))
                        .noncurrentVersionTransitions(
                                NoncurrentVersionTransition.builder()
                                        .noncurrentDays(40)
                                        .storageClass("STANDARD_IA")
                                        .build()));

        LifecycleRule read = read("moves");
        assertThat(read.transitions())
                .containsExactlyInAnyOrder(
                        new Transition(new AfterDays(30), "STANDARD_IA", smallest),
                        new Transition(new AfterDays(90), "GLACIER", smallest));
        assertThat(read.noncurrentTransitions())
                .containsExactly(
                        new NoncurrentTransition(new Noncurrent(40, 0), "STANDARD_IA", smallest));
    }

    private static software.amazon.awssdk.services.s3.model.Transition move(
            int days, String storageClass) {
        return software.amazon.awssdk.services.s3.model.Transition.builder()
                .days(days)
                .storageClass(storageClass)
                .build();
    }

    @Test
    void theReckoningAgreesWithTheServer() {
        put(
                rule("all but quickly", prefix("")).expiration(e -> e.days(30)),
                rule("quick & dirty, 100%", prefix("temp/")).expiration(e -> e.days(2)),
                rule("date", prefix("dated/")).expiration(e -> e.date(NEW_YEAR)),
                rule("off", prefix("temp/"))
                        .status(ExpirationStatus.DISABLED)
                        .expiration(e -> e.days(1)));
        agrees("temp/a", Map.of());
        agrees("other/a", Map.of());
        agrees("dated/a", Map.of());
    }

    @Test
    void theReckoningAgreesWithTheServerOnTags() {
        put(
                rule("all", prefix("")).expiration(e -> e.days(30)),
                rule("tagged", LifecycleRuleFilter.fromAnd(and -> and.prefix("raw/").tags(MANUAL)))
                        .expiration(e -> e.days(3)));
        agrees("raw/tagged", Map.of("type", "manual", "more", "of it"));
        agrees("raw/other", Map.of("type", "automatic"));
        agrees("else/tagged", Map.of("type", "manual"));
    }

    @Test
    void anObjectThatNoRuleHoldsForIsToldNothingOf() {
        put(rule("temp", prefix("temp/")).expiration(e -> e.days(2)));
        ObjectAddress address = bucket.put("kept/a", new byte[9]);

        assertThat(bucket.store().details(address).expiration()).isEmpty();
    }

    /** Puts an object and holds what the server says of it against what the rules say. */
    private void agrees(String key, Map<String, String> tags) {
        ObjectStore store = bucket.store();
        ObjectAddress address = bucket.put(key, new byte[9]);
        store.setTags(address, ObjectTags.of(tags));
        ObjectDetails details = store.details(address);
        ExpirationHeader told = details.expiration().flatMap(ExpirationHeader::parse).orElseThrow();
        var rules = LifecycleRules.of(store.lifecycle(bucket.name()));
        var facts = ObjectFacts.of(details, Optional.of(store.tags(address)), Optional.empty());

        assertThat(new ExpiryReckoning(rules).expiry(facts))
                .as(details.expiration().orElseThrow())
                .isEqualTo(
                        new Expiry.Expires(
                                told.at(),
                                told.rule(),
                                Expiry.Source.RECKONED,
                                Expiry.Effect.DELETED));
    }

    @Test
    void withVersionsItIsHiddenNotDeleted() {
        TestBucket versioned = TestBucket.create(server().connection());
        raw.putBucketVersioning(request ->
                request.bucket(versioned.name())
                        .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        ObjectAddress address = versioned.put("a", new byte[1]);

        ObjectFacts facts =
                ObjectFacts.of(
                        versioned.store().details(address), Optional.empty(), Optional.empty());

        assertThat(facts.version()).isEqualTo(new ObjectFacts.Current());
        raw.listObjectVersions(list -> list.bucket(versioned.name()))
                .versions()
                .forEach(v ->
                        raw.deleteObject(
                                d -> d.bucket(versioned.name()).key("a").versionId(v.versionId())));
        versioned.close();
    }
}
