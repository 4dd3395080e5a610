package org.outturn.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.outturn.lifecycle.Rules.by;
import static org.outturn.lifecycle.Rules.disabled;
import static org.outturn.lifecycle.Rules.expire;
import static org.outturn.lifecycle.Rules.in;
import static org.outturn.lifecycle.Rules.move;
import static org.outturn.lifecycle.Rules.noncurrent;
import static org.outturn.lifecycle.Rules.object;
import static org.outturn.lifecycle.Rules.tagged;
import static org.outturn.lifecycle.Rules.withTags;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.outturn.storage.LifecycleRule;
import org.outturn.storage.LifecycleRule.AfterDays;
import org.outturn.storage.LifecycleRule.Filter;
import org.outturn.storage.LifecycleRule.Transition;
import org.outturn.storage.ObjectTags;

/** When objects move to another storage class; the guide is the S3 User Guide. */
class MoveReckoningTest {
    private static final ObjectFacts LOG = object("logs/a", "2026-01-10T08:00:00Z");

    private static List<String> moves(Outlook outlook) {
        return outlook.moves().stream()
                .map(move ->
                        move.at().toString().substring(0, 10)
                                + " "
                                + move.storageClass()
                                + " "
                                + move.rule()
                                + (move.ifTagged() ? "?" : ""))
                .toList();
    }

    /** The scraper's lifecycle. */
    private static final LifecycleRule AGING =
            new LifecycleRule(
                    "aging",
                    true,
                    Filter.ALL,
                    Optional.of(new AfterDays(365)),
                    false,
                    List.of(
                            new Transition(new AfterDays(30), "STANDARD_IA", 131_072),
                            new Transition(new AfterDays(90), "GLACIER", 131_072)),
                    Optional.empty(),
                    List.of(),
                    OptionalInt.empty());

    @Test
    void movesFollowOneAnother() {
        assertThat(moves(by(AGING).outlook(LOG)))
                .containsExactly("2026-02-10 STANDARD_IA aging", "2026-04-11 GLACIER aging");
        assertThat(moves(by(AGING).outlook(in("STANDARD_IA", LOG))))
                .containsExactly("2026-04-11 GLACIER aging");
        assertThat(moves(by(AGING).outlook(in("GLACIER", LOG)))).isEmpty();
        assertThat(moves(by(disabled(AGING)).outlook(LOG))).isEmpty();
    }

    @Test
    void overlappingPrefixesWithoutConflict() {
        // the guide's example 1 of conflicts
        Outlook outlook =
                by(expire("Rule 1", "", 365), move("Rule 2", "logs/", 30, "STANDARD_IA"))
                        .outlook(LOG);

        assertThat(moves(outlook)).containsExactly("2026-02-10 STANDARD_IA Rule 2");
        assertThat(((Expiry.Expires) outlook.expiry()).rule()).isEqualTo("Rule 1");
    }

    @Test
    void deletionGoesBeforeAMoveOfTheSameDay() {
        // the guide's example 2 of conflicts
        ExpiryReckoning reckoning =
                by(move("Rule 1", "", 365, "STANDARD_IA"), expire("Rule 2", "logs/", 365));

        assertThat(moves(reckoning.outlook(LOG))).isEmpty();
        assertThat(moves(reckoning.outlook(object("other/a", "2026-01-10T08:00:00Z"))))
                .containsExactly("2027-01-11 STANDARD_IA Rule 1");
    }

    @Test
    void aMoveGoesBeforeADeleteMarkerOfTheSameDay() {
        var current = object("logs/a", 1 << 20, "2026-01-10T08:00:00Z", new ObjectFacts.Current());

        assertThat(
                        moves(
                                by(move("m", "", 365, "STANDARD_IA"), expire("e", "", 365))
                                        .outlook(current)))
                .containsExactly("2027-01-11 STANDARD_IA m");
        assertThat(
                        moves(
                                by(move("m", "", 366, "STANDARD_IA"), expire("e", "", 365))
                                        .outlook(current)))
                .isEmpty();
    }

    @Test
    void theEarlierOfTwoMovesToOneClassCounts() {
        // the guide's example 3 of conflicts
        assertThat(
                        moves(
                                by(
                                                move("Rule 1", "", 10, "STANDARD_IA"),
                                                move("Rule 2", "logs/", 365, "STANDARD_IA"))
                                        .outlook(LOG)))
                .containsExactly("2026-01-21 STANDARD_IA Rule 1");
    }

    @Test
    void tagsDecideBetweenMovingAndExpiring() {
        // the guide's example 4 of conflicts
        ExpiryReckoning reckoning =
                by(
                        move(
                                "Rule 1",
                                tagged("", Map.of("tag1", "value1")),
                                new AfterDays(365),
                                "GLACIER"),
                        expire("Rule 2", tagged("", Map.of("tag2", "value2")), 14));
        Outlook both = reckoning.outlook(withTags(LOG, Map.of("tag1", "value1", "tag2", "value2")));

        assertThat(both.expiry())
                .isEqualTo(
                        new Expiry.Expires(
                                Instant.parse("2026-01-25T00:00:00Z"),
                                "Rule 2",
                                Expiry.Source.RECKONED,
                                Expiry.Effect.DELETED));
        assertThat(both.moves()).isEmpty();
        assertThat(moves(reckoning.outlook(withTags(LOG, Map.of("tag1", "value1")))))
                .containsExactly("2027-01-11 GLACIER Rule 1");
        assertThat(moves(reckoning.outlook(LOG))).containsExactly("2027-01-11 GLACIER Rule 1?");
    }

    @ParameterizedTest
    @CsvSource({
        "STANDARD_IA, GLACIER, GLACIER",
        "ONEZONE_IA, GLACIER, GLACIER",
        "GLACIER, DEEP_ARCHIVE, DEEP_ARCHIVE",
        "STANDARD_IA, ONEZONE_IA, ONEZONE_IA",
        "INTELLIGENT_TIERING, STANDARD_IA, INTELLIGENT_TIERING",
        "INTELLIGENT_TIERING, ONEZONE_IA, INTELLIGENT_TIERING",
        "INTELLIGENT_TIERING, GLACIER_IR, INTELLIGENT_TIERING",
        "INTELLIGENT_TIERING, GLACIER, GLACIER",
    })
    void ofOneDayTheCheaperIsTaken(String one, String other, String taken) {
        LifecycleRule first = move("r", "", 30, one);
        LifecycleRule second = move("r", "", 30, other);

        assertThat(by(first, second).outlook(LOG).moves())
                .extracting(Move::storageClass)
                .containsExactly(taken);
        assertThat(by(second, first).outlook(LOG).moves())
                .extracting(Move::storageClass)
                .containsExactly(taken);
    }

    @ParameterizedTest
    @CsvSource({
        "STANDARD, GLACIER_IR, true",
        "'', GLACIER_IR, true",
        "REDUCED_REDUNDANCY, STANDARD_IA, true",
        "STANDARD_IA, INTELLIGENT_TIERING, true",
        "STANDARD_IA, STANDARD_IA, false",
        "INTELLIGENT_TIERING, STANDARD_IA, false",
        "INTELLIGENT_TIERING, ONEZONE_IA, true",
        "ONEZONE_IA, INTELLIGENT_TIERING, false",
        "ONEZONE_IA, GLACIER_IR, false",
        "ONEZONE_IA, GLACIER, true",
        "GLACIER_IR, GLACIER, true",
        "GLACIER, GLACIER_IR, false",
        "GLACIER, DEEP_ARCHIVE, true",
        "DEEP_ARCHIVE, GLACIER, false",
        // classes of a server's own
        "STANDARD, COLD, true",
        "COLD, COLD, false",
        "COLD, STANDARD_IA, true",
    })
    void objectsMoveDownwardsOnly(String from, String to, boolean moves) {
        assertThat(by(move("r", "", 30, to)).outlook(in(from, LOG)).moves()).hasSize(moves ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"131071, false", "131072, true", "1, false", "0, false"})
    void smallObjectsStayWhereTheyAre(long size, boolean moves) {
        var facts = object("a", size, "2026-01-10T08:00:00Z", new ObjectFacts.Unversioned());

        assertThat(by(AGING).outlook(facts).moves().isEmpty()).isEqualTo(!moves);
        assertThat(by(AGING).expiry(facts)).isInstanceOf(Expiry.Expires.class);
    }

    @Test
    void aFilterBySizeTakesThePlaceOfTheDefault() {
        var filter = new Filter("", ObjectTags.NONE, OptionalLong.of(1), OptionalLong.empty());
        var facts = object("a", 2, "2026-01-10T08:00:00Z", new ObjectFacts.Unversioned());

        assertThat(moves(by(move("r", filter, new AfterDays(0), "GLACIER")).outlook(facts)))
                .containsExactly("2026-01-11 GLACIER r");
    }

    @Test
    void oldVersionsMoveByTheirOwnRules() {
        var version = new ObjectFacts.Noncurrent(Instant.parse("2026-06-01T10:00:00Z"), 3);
        var facts = object("a", 1 << 20, "2026-01-10T08:00:00Z", version);

        assertThat(moves(by(AGING, noncurrent("n", 60, 0)).outlook(facts)))
                .containsExactly("2026-07-02 STANDARD_IA n");
        assertThat(moves(by(noncurrent("n", 30, 0)).outlook(facts))).isEmpty();
    }
}
