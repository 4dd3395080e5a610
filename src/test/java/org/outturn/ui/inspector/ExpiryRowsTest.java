package org.outturn.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.Technical;
import org.outturn.lifecycle.LifecycleRules;
import org.outturn.storage.BucketVersioning;
import org.outturn.storage.LifecycleRule;
import org.outturn.storage.LifecycleRule.AfterDays;
import org.outturn.storage.LifecycleRule.Filter;
import org.outturn.storage.LifecycleRule.Transition;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectDetails;
import org.outturn.storage.ObjectTags;
import org.outturn.storage.ObjectVersion;
import org.outturn.storage.ObjectVersions;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Loadable;
import org.outturn.ui.common.Messages;

/** The words for what becomes of an object, where servers say less than the sample does. */
class ExpiryRowsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    private static final String TOLD =
            "expiry-date=\"Sun, 22 Nov 2026 00:00:00 GMT\", rule-id=\"told%20of\"";
    private static final Filter TAGGED =
            new Filter(
                    "",
                    ObjectTags.of(Map.of("keep", "no")),
                    OptionalLong.empty(),
                    OptionalLong.empty());

    private final Messages messages = new Messages(Locale.ENGLISH);
    private final ExpiryRows rows =
            new ExpiryRows(messages, new Formats(messages, ZoneId.of("Europe/Berlin")), NOW);

    private static ObjectDetails details(Optional<String> expiration, Map<String, String> headers) {
        return new ObjectDetails(
                new ObjectAddress("outputs", "a/b"),
                1 << 20,
                Instant.parse("2026-11-20T12:00:00Z"),
                "text/plain",
                "",
                headers.containsKey("x-amz-restore") ? "DEEP_ARCHIVE" : "STANDARD",
                new TreeMap<>(),
                new TreeMap<>(headers),
                expiration);
    }

    private static Loadable<LifecycleRules> ready(LifecycleRule... rules) {
        return new Loadable.Ready<>(LifecycleRules.of(List.of(rules)));
    }

    private static LifecycleRule moving(Filter filter) {
        return new LifecycleRule(
                "",
                true,
                filter,
                Optional.empty(),
                false,
                List.of(new Transition(new AfterDays(30), "GLACIER", 0)),
                Optional.empty(),
                List.of(),
                OptionalInt.empty());
    }

    private String only(Optional<String> header, Loadable<LifecycleRules> rules) {
        return rows.of(details(header, Map.of()), rules, Optional.empty(), Optional.empty())
                .getLast()
                .value();
    }

    @Test
    void withoutAWordFromTheServerItIsReckonedAndSaidSo() {
        var row =
                rows.of(
                                details(Optional.empty(), Map.of()),
                                ready(LifecycleRule.expiring("r", Filter.ALL, new AfterDays(3))),
                                Optional.empty(),
                                Optional.empty())
                        .getFirst();

        assertThat(row.label()).isEqualTo("Expires");
        assertThat(row.value())
                .isEqualTo(
                        "24 Nov 2026, 01:00 (in 3 days)\n"
                                + "By the rule “r”, reckoned from the rules of the bucket.");
        assertThat(row.exact()).isEqualTo("2026-11-24T00:00:00Z");
    }

    @Test
    void tomorrowAndToday() {
        assertThat(only(Optional.of(TOLD), ready()))
                .isEqualTo(
                        "22 Nov 2026, 01:00 (tomorrow)\nBy the rule “told of”, as the server says.");
        assertThat(only(Optional.of(TOLD.replace("22 Nov 2026 00", "21 Nov 2026 12")), ready()))
                .startsWith("21 Nov 2026, 13:00 (in 2 h 30 min)\n");
        assertThat(only(Optional.of(TOLD.replace("22 Nov", "21 Nov")), ready()))
                .startsWith("21 Nov 2026, 01:00: due, the server has not come to it yet\n");
    }

    @Test
    void whatDependsOnTagsIsSaidBothWays() {
        LifecycleRule soon = LifecycleRule.expiring("soon", TAGGED, new AfterDays(1));
        LifecycleRule late = LifecycleRule.expiring("late", Filter.ALL, new AfterDays(9));

        assertThat(only(Optional.empty(), ready(soon)))
                .contains("depends on its tags", "22 Nov 2026", "“soon”")
                .endsWith("If not: Never: no rule of the bucket makes it vanish.");
        assertThat(only(Optional.empty(), ready(late, soon)))
                .contains("22 Nov 2026", "“soon”", "30 Nov 2026", "“late”");
        assertThat(
                        rows.of(
                                        details(Optional.empty(), Map.of()),
                                        ready(soon),
                                        Optional.of(ObjectTags.NONE),
                                        Optional.empty())
                                .getLast()
                                .value())
                .isEqualTo("Never: no rule of the bucket makes it vanish.");
    }

    @Test
    void movesOfRulesWithoutNames() {
        assertThat(
                        rows.of(
                                        details(Optional.empty(), Map.of()),
                                        ready(moving(Filter.ALL)),
                                        Optional.empty(),
                                        Optional.empty())
                                .getFirst()
                                .value())
                .isEqualTo(
                        "To GLACIER on 21 Dec 2026, 01:00 (in 30 days)\n"
                                + "By a rule without a name.");
        assertThat(
                        rows.of(
                                        details(Optional.empty(), Map.of()),
                                        ready(moving(TAGGED)),
                                        Optional.empty(),
                                        Optional.empty())
                                .getFirst()
                                .value())
                .contains("if its tags fit");
    }

    @Test
    void versionsStay() {
        var versioned = details(Optional.of(TOLD), Map.of("x-amz-version-id", "v1"));

        List<DetailsRows.Row> said =
                rows.of(versioned, ready(), Optional.empty(), Optional.empty());

        assertThat(said.getFirst().value())
                .endsWith("It is hidden then, not deleted: it stays as an old version.");
        assertThat(said.getLast().label()).isEqualTo("After that");
        assertThat(said.getLast().value())
                .isEqualTo("Kept as an older version: no rule deletes it.");
    }

    @Test
    void whenTheHiddenVersionGoesIsReckonedFromTheRules() {
        var versioned = details(Optional.of(TOLD), Map.of("x-amz-version-id", "v1"));

        assertThat(
                        rows.of(
                                        versioned,
                                        ready(forgetting(30)),
                                        Optional.empty(),
                                        Optional.of(BucketVersioning.ENABLED))
                                .getLast()
                                .value())
                .isEqualTo("Goes 22 Dec 2026, 01:00 (in 31 days), by the rule “old”.");
    }

    @Test
    void whereVersionsAreNotKeptAnyMoreWhatHasNoIdIsDeleted() {
        var plain = details(Optional.of(TOLD), Map.of("x-amz-version-id", "null"));

        assertThat(
                        rows.of(
                                plain,
                                ready(forgetting(30)),
                                Optional.empty(),
                                Optional.of(BucketVersioning.SUSPENDED)))
                .singleElement()
                .satisfies(row -> assertThat(row.value()).doesNotContain("hidden"));
        assertThat(
                        rows.of(
                                plain,
                                ready(forgetting(30)),
                                Optional.empty(),
                                Optional.of(BucketVersioning.ENABLED)))
                .hasSize(2);
    }

    @Test
    void olderVersionsAreListedWithTheirEnd() {
        var versions =
                List.of(
                        new ObjectVersion("v4", true, false, 9, at("2026-11-20"), "STANDARD"),
                        new ObjectVersion("v3", false, true, 0, at("2026-11-19"), ""),
                        new ObjectVersion("v2", false, false, 2048, at("2026-11-10"), "STANDARD"),
                        new ObjectVersion("null", false, false, 1, at("2026-01-01"), "STANDARD"));
        var kept =
                new KeptVersions(
                        Optional.of(BucketVersioning.ENABLED),
                        new ObjectVersions(versions, false),
                        Optional.empty());
        var words = new VersionRows(messages, new Formats(messages, ZoneId.of("UTC")), NOW);

        List<DetailsRows.Row> said =
                words.of("a/b", kept, Optional.of(LifecycleRules.of(List.of(forgetting(30)))));

        assertThat(said)
                .extracting(DetailsRows.Row::label)
                .containsExactly("19 Nov 2026, 00:00", "10 Nov 2026, 00:00", "1 Jan 2026, 00:00");
        assertThat(said)
                .extracting(DetailsRows.Row::value)
                .containsExactly(
                        "Deleted here (a delete marker)\n"
                                + "Goes 20 Dec 2026, 00:00 (in 29 days), by the rule “old”.",
                        "2.0 KiB\nGoes 19 Dec 2026, 00:00 (in 28 days), by the rule “old”.",
                        "1 B\nGoes 10 Dec 2026, 00:00 (in 19 days), by the rule “old”.");
        assertThat(said.getLast().exact()).endsWith("version null");
        assertThat(words.of("a/b", kept, Optional.of(LifecycleRules.NONE)).getFirst().value())
                .endsWith("Kept: no rule deletes it now.");
        assertThat(words.of("a/b", kept, Optional.empty()).getLast().value()).isEqualTo("1 B");
        assertThat(words.of("a/b", KeptVersions.NONE, Optional.empty()))
                .extracting(DetailsRows.Row::value)
                .containsExactly("None: the bucket keeps what is replaced, and nothing was yet.");
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }

    private static LifecycleRule forgetting(int days) {
        return new LifecycleRule(
                "old",
                true,
                Filter.ALL,
                Optional.empty(),
                false,
                List.of(),
                Optional.of(new LifecycleRule.Noncurrent(days, 0)),
                List.of(),
                OptionalInt.empty());
    }

    @Test
    void whatIsUnderWayOrCouldNotBeHad() {
        var why =
                new Failure.AccessDenied(
                        "s3:GetLifecycleConfiguration",
                        new Attempt("GetBucketLifecycleConfiguration", "outputs"),
                        new Technical(403, "AccessDenied", "", ""));

        assertThat(only(Optional.empty(), new Loadable.Loading<>()))
                .isEqualTo("Looking at the rules of the bucket…");
        assertThat(only(Optional.empty(), new Loadable.Failed<>(why)))
                .startsWith("Not known. ")
                .contains("s3:GetLifecycleConfiguration");
        assertThat(only(Optional.of(TOLD), new Loadable.Failed<>(why))).startsWith("22 Nov 2026");
        assertThat(only(Optional.of("nonsense"), ready()))
                .isEqualTo("Never: the bucket has no rules for that.");
    }

    @Test
    void archives() {
        assertThat(rows.archive(details(Optional.empty(), Map.of()))).isEmpty();
        assertThat(archive("ongoing-request=\"true\""))
                .isEqualTo(
                        "It is being restored from the archive DEEP_ARCHIVE and cannot be read yet.");
        assertThat(archive("ongoing-request=\"false\""))
                .isEqualTo("It is restored and can be read.");
        assertThat(
                        archive(
                                "ongoing-request=\"false\","
                                        + " expiry-date=\"Tue, 24 Nov 2026 00:00:00 GMT\""))
                .isEqualTo("It is restored and can be read until 24 Nov 2026, 01:00 (in 3 days).");
        assertThat(archive("")).contains("cannot be read until it is restored");
    }

    private String archive(String restore) {
        return rows.archive(details(Optional.empty(), Map.of("x-amz-restore", restore)))
                .orElseThrow()
                .value();
    }
}
