package org.outturn.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.records.DatabaseAddress.Line;
import org.outturn.records.UploadRecord.Configuration;
import org.outturn.records.UploadRecord.None;
import org.outturn.records.UploadRecord.Reason;
import org.outturn.records.UploadRecord.Result;
import org.outturn.records.UploadRecord.Unreadable;
import org.outturn.storage.Cancellation;

/** With the PostgreSQL server that the {@code OUTTURN_TEST_POSTGRES_*} variables name. */
@EnabledIfEnvironmentVariable(named = "OUTTURN_TEST_POSTGRES_HOST", matches = ".+")
class GivenDatabaseTest extends GivenDatabaseFixture {
    @ParameterizedTest
    @CsvSource({
        "uuid,        json",
        "uuid,        jsonb",
        "text,        json",
        "varchar(36), jsonb",
        "char(40),    jsonb",
    })
    void readsARecord(String id, String output) throws SQLException {
        jobs(id, output);
        job("{\"products\": [1, 2], \"uploadToS3\": " + RESULT + "}");

        try (var records = database.records()) {
            records.check(Cancellation.never());
            JobRecord record =
                    records.find(JOB.toUpperCase(java.util.Locale.ROOT), Cancellation.never())
                            .orElseThrow();

            assertThat(record.jobId()).isEqualTo(JOB);
            assertThat(record.jobStatus()).contains("completed");
            assertThat(record.witness()).isEqualTo(JobRecord.Witness.SCRAPER_DATABASE);
            assertThat(record.upload()).isEqualTo(new UploadRecordReader().read(RESULT));
            assertThat(records.find(JobIds.NOBODY, Cancellation.never())).isEmpty();
        }
    }

    @Test
    void readsEveryShape() throws SQLException {
        jobs("uuid", "jsonb");

        assertThat(upload(null)).isEqualTo(new None());
        assertThat(upload("null")).isEqualTo(new None());
        assertThat(upload("{}")).isEqualTo(new None());
        assertThat(upload("{\"uploadToS3\": null}")).isEqualTo(new None());
        assertThat(upload("{\"uploadToS3\": {\"enabled\": true}}"))
                .isInstanceOf(Configuration.class);
        assertThat(upload("{\"uploadToS3\": {\"status\": \"failed\", \"error\": \"x\"}}"))
                .isInstanceOf(Result.class);
        assertThat(upload("{\"uploadToS3\": 7}")).isEqualTo(new Unreadable(Reason.WRONG_VALUE, ""));
        assertThat(upload("[]")).isEqualTo(new Unreadable(Reason.WRONG_VALUE, "output"));
        assertThat(upload("\"text\"")).isEqualTo(new Unreadable(Reason.WRONG_VALUE, "output"));
    }

    private UploadRecord upload(String output) throws SQLException {
        database.run("DELETE FROM jobs");
        job(output);
        try (var records = database.records()) {
            return records.find(JOB, Cancellation.never()).orElseThrow().upload();
        }
    }

    /** It is not even sent. */
    @Test
    void aRecordThatIsTooLongIsNotRead() throws SQLException {
        jobs("uuid", "jsonb");
        database.run(
                "INSERT INTO jobs (id, output) SELECT '%s', jsonb_build_object('uploadToS3', jsonb_build_object('error', repeat('x', %d)))"
                        .formatted(JOB, BoundedJson.MOST_BYTES));

        try (var records = database.records()) {
            assertThat(records.find(JOB, Cancellation.never()).orElseThrow().upload())
                    .isEqualTo(new Unreadable(Reason.TOO_LARGE, ""));
        }
    }

    @Test
    void aStatusMayBeOfAnotherTypeOrAbsent() throws SQLException {
        database.run(
                "CREATE TYPE job_status AS ENUM ('completed', 'failed')",
                "CREATE TABLE jobs (id uuid, status job_status, output json)",
                "GRANT SELECT ON jobs TO READER");
        job("{}");
        try (var records = database.records()) {
            assertThat(records.find(JOB, Cancellation.never()).orElseThrow().jobStatus())
                    .contains("completed");
            database.run("ALTER TABLE jobs DROP COLUMN status");
            // the table has changed under its feet: the next question sees it as it is
            assertThatThrownBy(() -> records.find(JOB, Cancellation.never()))
                    .isInstanceOf(FailureException.class);
            assertThat(records.find(JOB, Cancellation.never()).orElseThrow().jobStatus()).isEmpty();
        }
    }

    /** Only what is needed must be allowed. */
    @Test
    void needsNoMoreThanTheseColumns() throws SQLException {
        database.run(
                "CREATE SCHEMA \"Scraper data\"",
                "CREATE TABLE \"Scraper data\".jobs (id uuid, secret text, output jsonb)",
                "GRANT USAGE ON SCHEMA \"Scraper data\" TO READER",
                "GRANT SELECT (id, output) ON \"Scraper data\".jobs TO READER",
                "ALTER ROLE READER SET search_path = nowhere, \"Scraper data\", public");

        try (var records = database.records()) {
            records.check(Cancellation.never());
        }
    }

    @Test
    void saysThatThereIsNoTable() {
        assertThat(failure())
                .isInstanceOfSatisfying(
                        Failure.RecordsMissing.class,
                        f -> assertThat(f.what()).isEqualTo("table jobs"));
    }

    @Test
    void saysThatThereIsNoColumn() throws SQLException {
        database.run("CREATE TABLE jobs (id uuid)", "GRANT SELECT ON jobs TO READER");

        assertThat(failure())
                .isInstanceOfSatisfying(
                        Failure.RecordsMissing.class,
                        f -> assertThat(f.what()).isEqualTo("column output of table jobs"));
    }

    @Test
    void saysThatTheTableMayNotBeRead() throws SQLException {
        database.run("CREATE TABLE jobs (id uuid, output json)");

        assertThat(failure())
                .isInstanceOfSatisfying(
                        Failure.RecordsDenied.class,
                        f -> assertThat(f.what()).isEqualTo("table jobs"));
    }

    @Test
    void saysThatAColumnMayNotBeRead() throws SQLException {
        database.run(
                "CREATE TABLE jobs (id uuid, output json)", "GRANT SELECT (id) ON jobs TO READER");

        assertThat(failure())
                .isInstanceOfSatisfying(
                        Failure.RecordsDenied.class,
                        f -> assertThat(f.what()).isEqualTo("column output of table jobs"));
    }

    /** Who may write a table sees its columns, and still may not read them. */
    @Test
    void saysThatWhoMayWriteMayNotRead() throws SQLException {
        database.run("CREATE TABLE jobs (id uuid, output json)", "GRANT INSERT ON jobs TO READER");

        assertThat(failure()).isInstanceOf(Failure.RecordsDenied.class);
    }

    @ParameterizedTest
    @CsvSource({"uuid, text", "bigint, json"})
    void saysThatItIsAnotherTable(String id, String output) throws SQLException {
        jobs(id, output);

        assertThat(failure()).isInstanceOf(Failure.RecordsUnreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong-4be1"})
    void saysThatThePasswordIsWrongAndNotWhichItWas(String password) {
        try (var records =
                new ScraperDatabase(
                        database.address(Line.OPEN),
                        new Secret(password),
                        InstantSource.system())) {
            FailureException thrown =
                    catchThrowableOfType(
                            FailureException.class, () -> records.check(Cancellation.never()));

            assertThat(thrown.failure()).isInstanceOf(Failure.RecordsSignIn.class);
            assertThat(text(thrown)).doesNotContain("wrong-4be1");
            assertThat(records.toString()).doesNotContain("wrong-4be1");
        }
    }

    @Test
    void saysThatThereIsNoSuchDatabase() {
        DatabaseAddress there = database.address(Line.OPEN);
        var nowhere =
                new DatabaseAddress(there.host(), there.port(), "no_such", there.user(), Line.OPEN);
        try (var records =
                new ScraperDatabase(
                        nowhere, new Secret(GivenDatabase.PASSWORD), InstantSource.system())) {
            FailureException thrown =
                    catchThrowableOfType(
                            FailureException.class, () -> records.check(Cancellation.never()));

            assertThat(thrown.failure()).isInstanceOf(Failure.RecordsMissing.class);
            assertThat(text(thrown)).doesNotContain(GivenDatabase.PASSWORD);
        }
    }

    /** The test server's certificate is its own. */
    @Test
    void anEncryptedLineIsCheckedIfAsked() throws SQLException {
        jobs("uuid", "jsonb");
        try (var records = records(Line.ENCRYPTED)) {
            records.check(Cancellation.never());
        }
        try (var records = records(Line.CHECKED)) {
            assertThatThrownBy(() -> records.check(Cancellation.never()))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure()).isInstanceOf(Failure.Untrusted.class));
        }
    }

    private ScraperDatabase records(Line line) {
        return new ScraperDatabase(
                database.address(line), new Secret(GivenDatabase.PASSWORD), InstantSource.system());
    }

    private static String text(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString() + ((FailureException) thrown).failure();
    }
}
