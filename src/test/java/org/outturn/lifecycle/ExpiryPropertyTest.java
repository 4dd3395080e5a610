package org.outturn.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.outturn.lifecycle.Expiry.Expires;
import org.outturn.storage.LifecycleRule;
import org.outturn.storage.LifecycleRule.Filter;
import org.outturn.storage.LifecycleRule.Noncurrent;
import org.outturn.storage.LifecycleRule.NoncurrentTransition;
import org.outturn.storage.LifecycleRule.Transition;
import org.outturn.storage.LifecycleRule.When;
import org.outturn.storage.ObjectTags;

/** What holds for any rules and any objects, to the ends of time and size. */
class ExpiryPropertyTest {

    @Property
    void nothingHappensBeforeTheObjectIsThere(
            @ForAll("rules") @Size(max = 6) List<LifecycleRule> rules,
            @ForAll("objects") ObjectFacts object) {
        Outlook outlook = reckoning(rules).outlook(object);
        Instant from =
                object.version() instanceof ObjectFacts.Noncurrent(Instant since, _)
                        ? since
                        : object.modified();

        assertThat(moments(outlook)).allSatisfy(at -> assertThat(at).isAfterOrEqualTo(from));
        assertThat(outlook.moves()).extracting(Move::at).isSorted();
    }

    @Property
    void oneRuleMoreNeverMeansLater(
            @ForAll("rules") @Size(max = 5) List<LifecycleRule> rules,
            @ForAll("rule") LifecycleRule another,
            @ForAll @IntRange(max = 5) int place,
            @ForAll("objects") ObjectFacts object) {
        var more = new ArrayList<>(rules);
        more.add(Math.min(place, rules.size()), another);
        Expiry before = reckoning(rules).expiry(object);
        Expiry after = reckoning(more).expiry(object);

        assertThat(earliest(after)).isBeforeOrEqualTo(earliest(before));
        assertThat(certain(after)).isBeforeOrEqualTo(certain(before));
    }

    @Property
    void theOrderOfRulesDoesNotMatter(
            @ForAll("rules") @Size(max = 6) List<LifecycleRule> rules,
            @ForAll("objects") ObjectFacts object) {
        Expiry one = reckoning(rules).expiry(object);
        Expiry other = reckoning(rules.reversed()).expiry(object);

        assertThat(earliest(one)).isEqualTo(earliest(other));
        assertThat(certain(one)).isEqualTo(certain(other));
    }

    @Property
    void knownTagsLeaveNothingOpen(
            @ForAll("rules") @Size(max = 6) List<LifecycleRule> rules,
            @ForAll("objects") ObjectFacts object,
            @ForAll("tags") ObjectTags tags) {
        Expiry unknown = reckoning(rules).expiry(with(object, Optional.empty()));
        Expiry known = reckoning(rules).expiry(with(object, Optional.of(tags)));

        assertThat(known).isNotInstanceOf(Expiry.DependsOnTags.class);
        assertThat(earliest(known)).isBetween(earliest(unknown), certain(unknown));
    }

    @Property
    void coverageAgreesWithTheReckoning(
            @ForAll("rules") @Size(max = 4) List<LifecycleRule> rules,
            @ForAll("currents") @Size(max = 8) List<ObjectFacts> objects) {
        LifecycleRules prepared = LifecycleRules.of(rules);
        var coverage = new RuleCoverage(prepared);
        objects.forEach(coverage::add);
        var reckoning = new ExpiryReckoning(prepared);
        long never =
                objects.stream().filter(o -> reckoning.expiry(o) instanceof Expiry.Never).count();

        assertThat(coverage.neverExpiring().objects()).isEqualTo(never);
        assertThat(coverage.everything().objects()).isEqualTo(objects.size());
    }

    private static ExpiryReckoning reckoning(List<LifecycleRule> rules) {
        return new ExpiryReckoning(LifecycleRules.of(rules));
    }

    private static Stream<Instant> moments(Outlook outlook) {
        Stream<Instant> ends =
                switch (outlook.expiry()) {
                    case Expires end -> Stream.of(end.at());
                    case Expiry.DependsOnTags(Expires one, var other) ->
                            Stream.concat(Stream.of(one), other.stream()).map(Expires::at);
                    case Expiry.Never() -> Stream.of();
                };
        return Stream.concat(ends, outlook.moves().stream().map(Move::at));
    }

    private static Instant earliest(Expiry expiry) {
        return switch (expiry) {
            case Expires end -> end.at();
            case Expiry.DependsOnTags(Expires one, _) -> one.at();
            case Expiry.Never() -> Instant.MAX;
        };
    }

    private static Instant certain(Expiry expiry) {
        return switch (expiry) {
            case Expires end -> end.at();
            case Expiry.DependsOnTags(_, var other) -> other.map(Expires::at).orElse(Instant.MAX);
            case Expiry.Never() -> Instant.MAX;
        };
    }

    private static ObjectFacts with(ObjectFacts object, Optional<ObjectTags> tags) {
        return new ObjectFacts(
                object.key(),
                object.size(),
                object.modified(),
                object.storageClass(),
                tags,
                object.version());
    }

    @Provide
    Arbitrary<List<LifecycleRule>> rules() {
        return rule().list();
    }

    @Provide
    Arbitrary<LifecycleRule> rule() {
        Arbitrary<List<Transition>> moves =
                Combinators.combine(whens(), classes(), Arbitraries.longs().between(0, 200_000))
                        .as(Transition::new)
                        .list()
                        .ofMaxSize(3);
        Arbitrary<Noncurrent> noncurrent =
                Combinators.combine(days(), Arbitraries.integers().between(0, 100))
                        .as(Noncurrent::new);
        Arbitrary<List<NoncurrentTransition>> oldMoves =
                Combinators.combine(noncurrent, classes(), Arbitraries.longs().between(0, 200_000))
                        .as(NoncurrentTransition::new)
                        .list()
                        .ofMaxSize(2);
        return Combinators.combine(
                        Arbitraries.of(true, true, true, false),
                        filters(),
                        whens().optional(),
                        Arbitraries.of(true, false),
                        moves,
                        noncurrent.optional(),
                        oldMoves)
                .as((enabled, filter, expiration, markers, forward, old, oldForward) ->
                        new LifecycleRule(
                                "r",
                                enabled,
                                filter,
                                expiration,
                                markers,
                                forward,
                                old,
                                oldForward,
                                OptionalInt.empty()));
    }

    private static Arbitrary<Filter> filters() {
        Arbitrary<OptionalLong> bound =
                Arbitraries.longs()
                        .between(0, 1_000)
                        .optional(0.3)
                        .map(size -> size.map(OptionalLong::of).orElseGet(OptionalLong::empty));
        return Combinators.combine(
                        Arbitraries.of("", "a", "a/", "b/c"),
                        Arbitraries.oneOf(Arbitraries.just(ObjectTags.NONE), someTags()),
                        bound,
                        bound)
                .as(Filter::new);
    }

    @Provide
    Arbitrary<ObjectTags> tags() {
        return someTags();
    }

    private static Arbitrary<ObjectTags> someTags() {
        return Arbitraries.of(
                ObjectTags.NONE,
                ObjectTags.of(Map.of("t", "1")),
                ObjectTags.of(Map.of("t", "2")),
                ObjectTags.of(Map.of("t", "1", "u", "")));
    }

    private static Arbitrary<Integer> days() {
        return Arbitraries.integers().greaterOrEqual(0);
    }

    private static Arbitrary<When> whens() {
        return Arbitraries.oneOf(
                days().map(LifecycleRule.AfterDays::new),
                Arbitraries.integers().between(0, 400).map(LifecycleRule.AfterDays::new),
                instants().map(LifecycleRule.OnDate::new));
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 4_000_000_000L).map(Instant::ofEpochSecond),
                Arbitraries.longs()
                        .between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond())
                        .map(Instant::ofEpochSecond),
                Arbitraries.of(Instant.MIN, Instant.MAX, Instant.EPOCH));
    }

    private static Arbitrary<String> classes() {
        return Arbitraries.of("STANDARD", "STANDARD_IA", "ONEZONE_IA", "GLACIER", "", "COLD");
    }

    @Provide
    Arbitrary<ObjectFacts> objects() {
        Arbitrary<ObjectFacts.Version> versions =
                Arbitraries.oneOf(
                        Arbitraries.of(
                                new ObjectFacts.Unversioned(),
                                new ObjectFacts.Current(),
                                new ObjectFacts.LoneMarker()),
                        Combinators.combine(instants(), Arbitraries.integers().between(0, 120))
                                .as(ObjectFacts.Noncurrent::new));
        return facts(versions);
    }

    @Provide
    Arbitrary<List<ObjectFacts>> currents() {
        return facts(Arbitraries.of(new ObjectFacts.Unversioned(), new ObjectFacts.Current()))
                .list();
    }

    private static Arbitrary<ObjectFacts> facts(Arbitrary<ObjectFacts.Version> versions) {
        return Combinators.combine(
                        Arbitraries.of("a", "a/x", "b/c/d", "ü", "b"),
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(0, 1_100),
                                Arbitraries.longs().greaterOrEqual(0)),
                        instants(),
                        classes(),
                        someTags().optional(),
                        versions)
                .as(ObjectFacts::new);
    }
}
