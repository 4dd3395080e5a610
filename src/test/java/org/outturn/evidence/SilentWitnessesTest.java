package org.outturn.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.pipeline.status.OutputState;
import org.outturn.pipeline.status.Testimony;
import org.outturn.pipeline.status.Witness;
import org.outturn.records.JobRecordSource;
import org.outturn.records.ScraperApi;
import org.outturn.records.ScraperStandIn;
import org.outturn.records.Secret;

/** Witnesses that refuse, hang or break, and the others beside them. */
class SilentWitnessesTest extends WitnessFixture {
    @Test
    void aScraperThatRefusesIsLeftInPeaceForAMinuteAndTheOthersAreHeard() {
        try (var scraper = ScraperStandIn.answering(401, "{}");
                var api = new ScraperApi(scraper.address(), new Secret("tok"), false, clock)) {
            use(
                    Optional.of(api),
                    Optional.of(
                            source(id -> Optional.of(database(id, "{\"status\":\"failed\"}")))));

            Evidence first = heard(row(ID), 1, 1);
            assertThat(first.testimonies())
                    .extracting(Testimony::witness)
                    .containsExactly(Witness.SCRAPER_DATABASE);
            Unheard silent = first.unheard().getFirst();
            assertThat(silent.witness()).isEqualTo(Witness.SCRAPER_API);
            assertThat(silent.failure()).isInstanceOf(Failure.RecordsSignIn.class);
            assertThat(silent.again()).isEqualTo(START.plus(PausedWitness.PAUSE));

            now.set(START.plusSeconds(59));
            assertThat(heard(row(OTHER_ID), 1, 1).unheard()).isEqualTo(first.unheard());
            service.seen(row(ID));
            assertThat(scraper.requests()).hasSize(1);

            now.set(START.plusSeconds(60));
            service.seen(row(ID));
            await().atMost(PATIENCE).until(() -> scraper.requests().size() == 2);
            await().atMost(PATIENCE)
                    .until(() ->
                            service.of(row(ID))
                                    .orElseThrow()
                                    .unheard()
                                    .getFirst()
                                    .again()
                                    .equals(START.plusSeconds(120)));
        }
    }

    @Test
    void whoAnswersAgainIsHeardAgain() {
        var broken = new AtomicReference<>(Optional.of(away()));
        JobRecordSource source =
                source(id -> {
                    broken.get()
                            .ifPresent(thrown -> {
                                throw thrown;
                            });
                    return Optional.of(database(id, "{\"status\": \"success\"}"));
                });
        use(Optional.empty(), Optional.of(source));
        heard(row(ID), 0, 1);

        broken.set(Optional.empty());
        now.set(START.plusSeconds(60));
        assertThat(heard(row(ID), 1, 0).testimonies())
                .extracting(Testimony::state)
                .containsExactly(OutputState.COMPLETE);
    }

    @Test
    void whoHangsKeepsNobodyWaiting() {
        var release = new CountDownLatch(1);
        JobRecordSource hangs =
                source(_ -> {
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return Optional.empty();
                });
        use(
                Optional.of(hangs),
                Optional.of(source(id -> Optional.of(database(id, "{\"status\":\"failed\"}")))));
        try {
            assertThat(heard(row(ID), 1, 0).testimonies().getFirst().witness())
                    .isEqualTo(Witness.SCRAPER_DATABASE);
        } finally {
            release.countDown();
        }
    }

    @Test
    void aDefectOfOneSourceIsItsOwnAndQuotesNothing() {
        var asked = new AtomicInteger();
        use(
                Optional.of(failing(asked, new IllegalStateException("tok-9f3a7c51e0"))),
                Optional.empty());

        Unheard silent = heard(row(ID), 0, 1).unheard().getFirst();

        assertThat(silent.failure()).isInstanceOf(Failure.Unexpected.class);
        assertThat(silent.toString()).doesNotContain("tok-9f3a7c51e0");
        heard(row(OTHER_ID), 0, 1);
        assertThat(asked).hasValue(1);
    }

    @Test
    void aJournalThatCannotBeReadDoesNotHideTheRecordInTheBucket() {
        put(JOB + "upload_record.json", "{\"status\": \"partial\"}");
        service.close();
        witnesses =
                Witnesses.of(
                        failing(new AtomicInteger(), new IllegalStateException("the journal")));
        service = begin();

        assertThat(heard(row(ID), 1, 0).testimonies())
                .extracting(Testimony::state)
                .containsExactly(OutputState.PARTIAL);
        assertThat(heard(row(OTHER_ID), 0, 1).unheard())
                .extracting(Unheard::witness)
                .containsExactly(Witness.RECORD);
    }

    @Test
    void oneArchivedRecordDoesNotSilenceTheOthers() {
        put(JOB + "upload_record.json", "{\"status\": \"failed\"}");
        put(OTHER_JOB + "upload_record.json", "{\"status\": \"failed\"}");
        store.disturb((operation, address, _) -> {
            if (operation.equals("ReadObject") && address.key().startsWith(JOB)) {
                throw new FailureException(
                        new Failure.Archived(
                                new Attempt("GetObject", address.key()), Technical.of("")));
            }
        });

        assertThat(heard(row(ID), 0, 1).unheard().getFirst().failure())
                .isInstanceOf(Failure.Archived.class);
        assertThat(heard(row(OTHER_ID), 1, 0).testimonies())
                .extracting(Testimony::state)
                .containsExactly(OutputState.FAILED);
    }
}
