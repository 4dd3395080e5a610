package org.outturn.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.outturn.catalog.OutputRow;

class RuleWatchTest {
    private final CountingBucket bucket = new CountingBucket();
    private final RuleWatch watch = new RuleWatch();
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private FollowRules rules = FollowRules.DEFAULTS;

    private static String job(int number) {
        return "agar/20261121_110000_" + new UUID(number, number) + "/";
    }

    private void complete(int number) {
        bucket.put(job(number) + "results.json", 5, now);
        bucket.delete(job(number) + "pdfs/a_pdfs.json");
    }

    private void partial(int number) {
        bucket.put(job(number) + "pdfs/a_pdfs.json", 5, now);
        bucket.delete(job(number) + "results.json");
    }

    private void failed(int number) {
        bucket.put(job(number) + "results.json", 0, now);
    }

    private void gone(int number) {
        bucket.keys().stream().filter(key -> key.startsWith(job(number))).forEach(bucket::delete);
    }

    /** The alerts in short, for instance {@code COMPLETE 1 2}. */
    private List<String> look() {
        var said = new ArrayList<String>();
        for (FollowAlert alert : watch.look(bucket.table(now), rules, now)) {
            said.add(
                    switch (alert) {
                        case FollowAlert.Fresh(var outputs) -> "NEW" + numbers(outputs);
                        case FollowAlert.Completed(var outputs) -> "COMPLETE" + numbers(outputs);
                        case FollowAlert.StillPartial(var outputs, int minutes) ->
                                "PARTIAL " + minutes + numbers(outputs);
                        case FollowAlert.Failing(int failed, int ended) ->
                                "FAILURES " + failed + "/" + ended;
                    });
        }
        return said;
    }

    private static String numbers(List<OutputRow> outputs) {
        var numbers = new StringBuilder(":");
        outputs.stream()
                .map(row -> UUID.fromString(row.job()).getLeastSignificantBits())
                .sorted()
                .forEach(number -> numbers.append(' ').append(number));
        return numbers.toString();
    }

    private void after(int seconds) {
        now = now.plusSeconds(seconds);
    }

    @Test
    void nothingIsToldOfWhatWasThereAtTheStart() {
        complete(1);
        partial(2);
        for (int i = 10; i < 20; i++) {
            failed(i);
        }
        assertThat(look()).isEmpty();
        after(3_600);
        assertThat(look()).isEmpty();
    }

    @Test
    void aNewOutputIsToldOnceAlsoWhenItIsCompleteAtOnce() {
        look();
        partial(1);
        complete(2);
        assertThat(look()).containsExactly("NEW: 1 2");
        after(30);
        assertThat(look()).isEmpty();
    }

    @Test
    void completeIsToldWhenNewIsOff() {
        rules = rules.with(FollowRule.NEW, false);
        look();
        complete(1);
        assertThat(look()).containsExactly("COMPLETE: 1");
        assertThat(look()).isEmpty();
    }

    @Test
    void becomingCompleteIsToldOnceForEachOutput() {
        partial(1);
        look();
        complete(1);
        assertThat(look()).containsExactly("COMPLETE: 1");
        partial(1);
        assertThat(look()).isEmpty();
        complete(1);
        assertThat(look()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10, 600, false",
        "10, 601, true",
        "1, 60, false",
        "1, 61, true",
        "60, 3500, false"
    })
    void partialForLongerThanTheMinutes(int minutes, int seconds, boolean told) {
        rules = rules.within(minutes);
        look();
        partial(1);
        look();
        after(seconds);
        assertThat(look()).hasSize(told ? 1 : 0);
        after(5_000);
        assertThat(look()).hasSize(told ? 0 : 1);
        after(5_000);
        assertThat(look()).isEmpty();
    }

    @Test
    void partialAgainAfterCompleteIsAnotherIncident() {
        complete(1);
        look();
        partial(1);
        look();
        after(601);
        assertThat(look()).containsExactly("PARTIAL 10: 1");
        complete(1);
        look();
        partial(1);
        look();
        after(601);
        assertThat(look()).containsExactly("PARTIAL 10: 1");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 3, false",
        "1, 4, true",
        "1, 18, true",
        "1, 19, false",
        "2, 37, true",
        "2, 38, false",
        "0, 50, false",
        "5, 0, true"
    })
    void moreThanFivePercentOfAtLeastFive(int bad, int good, boolean told) {
        rules = new FollowRules(EnumSet.of(FollowRule.FAILURES), 10);
        look();
        for (int i = 0; i < bad; i++) {
            failed(i);
        }
        for (int i = 0; i < good; i++) {
            complete(100 + i);
        }
        assertThat(look())
                .isEqualTo(told ? List.of("FAILURES " + bad + "/" + (bad + good)) : List.of());
        assertThat(look()).isEmpty();
    }

    @Test
    void failuresOfFiveMinutesCountAndEachIncidentIsToldOnce() {
        rules = new FollowRules(EnumSet.of(FollowRule.FAILURES), 10);
        look();
        for (int i = 0; i < 4; i++) {
            failed(i);
        }
        assertThat(look()).isEmpty();
        after(200);
        failed(4);
        assertThat(look()).containsExactly("FAILURES 5/5");
        after(101);
        for (int i = 5; i < 10; i++) {
            failed(i);
        }
        assertThat(look()).as("the same incident").isEmpty();
        after(301);
        assertThat(look()).as("it is over").isEmpty();
        for (int i = 20; i < 25; i++) {
            failed(i);
        }
        assertThat(look()).containsExactly("FAILURES 5/5");
    }

    @Test
    void whatIsGoneForAWhileIsNotNewAgain() {
        look();
        complete(1);
        assertThat(look()).containsExactly("NEW: 1");
        gone(1);
        assertThat(look()).isEmpty();
        complete(1);
        assertThat(look()).isEmpty();
    }

    @Test
    void aListingFromTheBeginningIsNoReasonToTellAgain() {
        look();
        complete(1);
        look();
        assertThat(watch.look(bucket.table(now), rules, now)).isEmpty();
        var none = new CountingBucket();
        assertThat(watch.look(none.table(now), rules, now)).isEmpty();
        assertThat(look()).isEmpty();
    }

    @Test
    void nothingIsToldOfRulesThatAreOffNorMadeUpFor() {
        rules = new FollowRules(Set.of(), 10);
        look();
        partial(1);
        assertThat(look()).isEmpty();
        complete(1);
        assertThat(look()).isEmpty();
        rules = FollowRules.DEFAULTS;
        assertThat(look()).isEmpty();
    }

    @Test
    void aDocumentWhoseFolderComesLaterIsNotNewAgain() {
        look();
        bucket.put("parsed/1751160013_my_report.zip", 5, now);
        assertThat(watch.look(bucket.table(now), rules, now)).hasSize(1);
        bucket.put("parsed/1751160010_my report/tmp1.md", 5, now.plus(Duration.ofSeconds(5)));
        assertThat(watch.look(bucket.table(now), rules, now)).isEmpty();
    }
}
