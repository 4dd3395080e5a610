package org.outturn.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.records.DatabaseAddress.Line;
import org.outturn.storage.Cancellation;

/** That nothing is written, nobody waits for ever, and lines that break are made anew. */
@EnabledIfEnvironmentVariable(named = "OUTTURN_TEST_POSTGRES_HOST", matches = ".+")
class GivenDatabaseLineTest extends GivenDatabaseFixture {
    /** Also for a user who may, and in what a view does by itself. */
    @Test
    void writesNothing() throws SQLException {
        database.run(
                "CREATE TABLE traces (at timestamptz)",
                "CREATE FUNCTION trace() RETURNS jsonb LANGUAGE sql VOLATILE AS"
                        + " 'INSERT INTO traces VALUES (now()); SELECT ''{}''::jsonb'",
                "CREATE VIEW jobs AS SELECT '%s'::uuid AS id, trace() AS output".formatted(JOB),
                "GRANT ALL ON ALL TABLES IN SCHEMA public TO READER");

        try (var records = database.records()) {
            assertThatThrownBy(() -> records.find(JOB, Cancellation.never()))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e ->
                                    // read_only_sql_transaction
                                    assertThat(e.failure().technical().code()).isEqualTo("25006"));
        }
    }

    private void slowView() throws SQLException {
        database.run(
                "CREATE VIEW jobs AS SELECT '%s'::uuid AS id, '{}'::jsonb AS output FROM pg_sleep(600)"
                        .formatted(JOB),
                "GRANT SELECT ON jobs TO READER");
    }

    @Test
    void aSlowAnswerIsGivenUp() throws SQLException {
        slowView();
        try (var records =
                new ScraperDatabase(
                        database.address(Line.OPEN),
                        new Secret(GivenDatabase.PASSWORD),
                        InstantSource.system(),
                        Duration.ofMillis(300))) {
            assertThatThrownBy(() -> records.find(JOB, Cancellation.never()))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure()).isInstanceOf(Failure.Throttled.class));
        }
    }

    @Test
    void cancellingEndsTheWaitAndTheNextQuestionIsAnswered() throws Exception {
        slowView();
        try (var records =
                new ScraperDatabase(
                        database.address(Line.OPEN),
                        new Secret(GivenDatabase.PASSWORD),
                        InstantSource.system(),
                        Duration.ofMinutes(5))) {
            var cancellation = new Cancellation();
            var found = CompletableFuture.supplyAsync(() -> records.find(JOB, cancellation));
            org.awaitility.Awaitility.await()
                    .atMost(10, TimeUnit.SECONDS)
                    .until(() -> sleeping() == 1);
            cancellation.cancel();
            assertThatThrownBy(() -> found.get(5, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(CancellationException.class);

            database.run("DROP VIEW jobs");
            jobs("uuid", "jsonb");
            job("{}");
            assertThat(records.find(JOB, Cancellation.never())).isPresent();
        }
    }

    private int sleeping() throws SQLException {
        var count = new int[1];
        database.ask(
                "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()",
                row -> count[0] = row.getInt(1));
        return count[0];
    }

    @Test
    void aLineThatBrokeIsMadeAnew() throws SQLException {
        jobs("uuid", "jsonb");
        job("{}");
        try (var records = database.records()) {
            records.check(Cancellation.never());
            database.run(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'READER'");

            assertThat(records.find(JOB, Cancellation.never())).isPresent();
        }
    }

    @Test
    void manyAskAtOnce() throws Exception {
        jobs("uuid", "jsonb");
        job("{\"uploadToS3\": " + RESULT + "}");
        try (var records = database.records()) {
            var all = new CompletableFuture<?>[40];
            for (int i = 0; i < all.length; i++) {
                all[i] =
                        CompletableFuture.supplyAsync(() -> records.find(JOB, Cancellation.never()))
                                .thenAccept(found -> assertThat(found).isPresent());
            }
            CompletableFuture.allOf(all).get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void askedAfterItsEndItIsCancelled() throws SQLException {
        jobs("uuid", "jsonb");
        var records = database.records();
        records.close();

        assertThatThrownBy(() -> records.check(Cancellation.never()))
                .isInstanceOf(CancellationException.class);
    }
}
