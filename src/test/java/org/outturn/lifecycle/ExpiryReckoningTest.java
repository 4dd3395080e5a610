package org.outturn.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.outturn.lifecycle.Rules.by;
import static org.outturn.lifecycle.Rules.disabled;
import static org.outturn.lifecycle.Rules.expire;
import static org.outturn.lifecycle.Rules.noncurrent;
import static org.outturn.lifecycle.Rules.object;
import static org.outturn.lifecycle.Rules.removingLoneMarkers;
import static org.outturn.lifecycle.Rules.sized;
import static org.outturn.lifecycle.Rules.tagged;
import static org.outturn.lifecycle.Rules.withTags;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.outturn.lifecycle.Expiry.Effect;
import org.outturn.lifecycle.Expiry.Expires;
import org.outturn.lifecycle.Expiry.Source;
import org.outturn.storage.LifecycleRule;
import org.outturn.storage.LifecycleRule.Filter;
import org.outturn.storage.LifecycleRule.OnDate;

/** When objects vanish; the guide is the S3 User Guide. */
class ExpiryReckoningTest {
    private static final ObjectFacts LOG = object("logs/a", "2026-01-10T08:00:00Z");

    private static Expires deleted(String at, String rule) {
        return new Expires(Instant.parse(at), rule, Source.RECKONED, Effect.DELETED);
    }

    @ParameterizedTest
    @CsvSource({
        // the guide, "Lifecycle configuration elements"
        "2014-01-15T10:30:00Z, 3, 2014-01-19T00:00:00Z",
        "2014-01-15T10:30:00Z, 1, 2014-01-17T00:00:00Z",
        "2014-01-15T10:30:00Z, 0, 2014-01-16T00:00:00Z",
        // midnight itself is no fraction of a day
        "2014-01-15T00:00:00Z, 3, 2014-01-18T00:00:00Z",
        "2014-01-15T00:00:00.001Z, 3, 2014-01-19T00:00:00Z",
        "2014-01-14T23:59:59.999999999Z, 3, 2014-01-18T00:00:00Z",
        // a day is a day of UTC, where clocks go forward too; and of leap years
        "2026-03-28T12:00:00Z, 1, 2026-03-30T00:00:00Z",
        "2024-02-28T12:00:00Z, 1, 2024-03-01T00:00:00Z",
        "2026-02-28T12:00:00Z, 365, 2027-03-01T00:00:00Z",
        // before 1970
        "1969-12-31T10:30:00Z, 1, 1970-01-02T00:00:00Z",
    })
    void daysAreRoundedUpToMidnight(String modified, int days, String at) {
        assertThat(by(expire("r", "", days)).expiry(object("a", modified)))
                .isEqualTo(deleted(at, "r"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-10T08:00:00Z, 2026-02-01T00:00:00Z, 2026-02-01T00:00:00Z",
        // the rule goes on holding after its day
        "2026-03-10T08:00:00Z, 2026-02-01T00:00:00Z, 2026-03-11T00:00:00Z",
        "2026-02-01T00:00:00Z, 2026-02-01T00:00:00Z, 2026-02-01T00:00:00Z",
    })
    void fromADateOn(String modified, String date, String at) {
        LifecycleRule rule =
                LifecycleRule.expiring("d", Filter.ALL, new OnDate(Instant.parse(date)));

        assertThat(by(rule).expiry(object("a", modified))).isEqualTo(deleted(at, "d"));
    }

    @Test
    void withoutARuleThatHoldsNothingVanishes() {
        assertThat(by().expiry(LOG)).isEqualTo(new Expiry.Never());
        assertThat(by(expire("r", "log/", 1)).expiry(LOG)).isEqualTo(new Expiry.Never());
        assertThat(by(expire("r", "Logs/", 1)).expiry(LOG)).isEqualTo(new Expiry.Never());
        assertThat(by(expire("r", "logs/a/", 1)).expiry(LOG)).isEqualTo(new Expiry.Never());
        assertThat(by(disabled(expire("r", "logs/", 1))).expiry(LOG)).isEqualTo(new Expiry.Never());
        assertThat(by(expire("r", "logs/a", 1)).expiry(LOG)).isInstanceOf(Expires.class);
    }

    @Test
    void theEarliestWinsWhateverTheOrder() {
        LifecycleRule all = expire("all", "", 365);
        LifecycleRule logs = expire("logs", "logs/", 30);

        assertThat(by(all, logs).expiry(LOG)).isEqualTo(deleted("2026-02-10T00:00:00Z", "logs"));
        assertThat(by(logs, all).expiry(LOG)).isEqualTo(deleted("2026-02-10T00:00:00Z", "logs"));
        assertThat(by(disabled(logs), all).expiry(LOG))
                .isEqualTo(deleted("2027-01-11T00:00:00Z", "all"));
        assertThat(by(expire("one", "", 30), logs).expiry(LOG))
                .as("the first of two for the same moment")
                .isEqualTo(deleted("2026-02-10T00:00:00Z", "one"));
    }

    @ParameterizedTest
    @CsvSource({
        "500, false",
        "501, true",
        "64000, true",
        "65535, true",
        "65536, false",
        "0, false"
    })
    void sizesAreBoundsThatAreNotReached(long size, boolean holds) {
        var facts = object("a", size, "2026-01-10T08:00:00Z", new ObjectFacts.Unversioned());

        Expiry expiry = by(expire("sized", sized(500, 65_536), 1)).expiry(facts);

        assertThat(expiry instanceof Expires).isEqualTo(holds);
    }

    @Test
    void anEmptyObjectIsSmallerThanOneByteAndExpires() {
        var facts = object("a", 0, "2026-01-10T08:00:00Z", new ObjectFacts.Unversioned());

        assertThat(by(expire("all", "", 1)).expiry(facts)).isInstanceOf(Expires.class);
        assertThat(by(expire("sized", sized(0, 10), 1)).expiry(facts))
                .isInstanceOf(Expiry.Never.class);
    }

    @Test
    void allTagsAndThePrefixMustFit() {
        Filter filter = tagged("logs/", Map.of("tag1", "value1", "tag2", "value2"));
        ExpiryReckoning reckoning = by(expire("both", filter, 1));

        assertThat(
                        reckoning.expiry(
                                withTags(
                                        LOG,
                                        Map.of("tag1", "value1", "tag2", "value2", "tag3", "x"))))
                .isEqualTo(deleted("2026-01-12T00:00:00Z", "both"));
        assertThat(reckoning.expiry(withTags(LOG, Map.of("tag1", "value1"))))
                .isEqualTo(new Expiry.Never());
        assertThat(reckoning.expiry(withTags(LOG, Map.of("tag1", "value1", "tag2", "VALUE2"))))
                .isEqualTo(new Expiry.Never());
        assertThat(
                        reckoning.expiry(
                                withTags(
                                        object("other/a", "2026-01-10T08:00:00Z"),
                                        Map.of("tag1", "value1", "tag2", "value2"))))
                .isEqualTo(new Expiry.Never());
    }

    @Test
    void withoutTheTagsItIsSaidThatItDependsOnThem() {
        LifecycleRule soon = expire("soon", tagged("", Map.of("keep", "no")), 1);
        LifecycleRule later = expire("later", "", 30);
        Expires ifTagged = deleted("2026-01-12T00:00:00Z", "soon");
        Expires otherwise = deleted("2026-02-10T00:00:00Z", "later");

        assertThat(by(soon).expiry(LOG))
                .isEqualTo(new Expiry.DependsOnTags(ifTagged, Optional.empty()));
        assertThat(by(later, soon).expiry(LOG))
                .isEqualTo(new Expiry.DependsOnTags(ifTagged, Optional.of(otherwise)));
        assertThat(by(soon, later).expiry(withTags(LOG, Map.of()))).isEqualTo(otherwise);
        assertThat(by(soon, later).expiry(withTags(LOG, Map.of("keep", "no")))).isEqualTo(ifTagged);
    }

    @Test
    void tagsThatCouldOnlyMeanLaterAreNoQuestion() {
        LifecycleRule late = expire("late", tagged("", Map.of("keep", "no")), 90);

        assertThat(by(late, expire("all", "", 30)).expiry(LOG))
                .isEqualTo(deleted("2026-02-10T00:00:00Z", "all"));
    }

    @Test
    void withVersionsADeleteMarkerHidesIt() {
        var facts = object("a", 9, "2026-01-10T08:00:00Z", new ObjectFacts.Current());

        assertThat(by(expire("r", "", 1), noncurrent("n", 1, 0)).expiry(facts))
                .isEqualTo(
                        new Expires(
                                Instant.parse("2026-01-12T00:00:00Z"),
                                "r",
                                Source.RECKONED,
                                Effect.HIDDEN));
    }

    @ParameterizedTest
    @CsvSource({
        // newer noncurrent ones, kept ones, expires
        "0, 0, true",
        "0, 1, false",
        "4, 5, false",
        "5, 5, true",
        "6, 5, true",
    })
    void oldVersionsCountFromWhenTheyBecameOld(int newer, int kept, boolean expires) {
        var version = new ObjectFacts.Noncurrent(Instant.parse("2026-06-01T10:00:00Z"), newer);
        var facts = object("a", 9, "2026-01-10T08:00:00Z", version);

        assertThat(by(expire("r", "", 1), noncurrent("n", 60, kept)).expiry(facts))
                .isEqualTo(expires ? deleted("2026-08-01T00:00:00Z", "n") : new Expiry.Never());
    }

    @Test
    void whatIsHiddenGoesAsTheNewestOfTheOlderVersions() {
        var facts = object("a", 9, "2026-01-10T08:00:00Z", new ObjectFacts.Current());
        Instant hidden = Instant.parse("2026-01-12T00:00:00Z");

        assertThat(by(expire("r", "", 1), noncurrent("n", 30, 0)).afterwards(facts, hidden))
                .isEqualTo(deleted("2026-02-11T00:00:00Z", "n"));
        assertThat(by(expire("r", "", 1), noncurrent("n", 30, 1)).afterwards(facts, hidden))
                .isEqualTo(new Expiry.Never());
        assertThat(by(expire("r", "", 1)).afterwards(facts, hidden)).isEqualTo(new Expiry.Never());
    }

    @Test
    void loneMarkersAreTakenAway() {
        var facts = object("a", 0, "2026-01-10T08:00:00Z", new ObjectFacts.LoneMarker());

        assertThat(by(noncurrent("n", 1, 0)).expiry(facts)).isEqualTo(new Expiry.Never());
        assertThat(by(removingLoneMarkers("m")).expiry(facts))
                .isEqualTo(
                        new Expires(
                                Instant.parse("2026-01-11T00:00:00Z"),
                                "m",
                                Source.RECKONED,
                                Effect.MARKER_REMOVED));
        assertThat(by(expire("r", "", 5)).expiry(facts))
                .isEqualTo(
                        new Expires(
                                Instant.parse("2026-01-16T00:00:00Z"),
                                "r",
                                Source.RECKONED,
                                Effect.MARKER_REMOVED));
    }

    @Test
    void whatTheServerSaysIsBelieved() {
        var told = new ExpirationHeader(Instant.parse("2026-05-05T00:00:00Z"), "other");

        assertThat(by(expire("r", "", 1)).outlook(LOG, told).expiry())
                .isEqualTo(new Expires(told.at(), "other", Source.TOLD, Effect.DELETED));
    }
}
