package org.outturn.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.storage.Cancellation;

/** A database of its own for each test. */
@EnabledIfEnvironmentVariable(named = "OUTTURN_TEST_POSTGRES_HOST", matches = ".+")
abstract class GivenDatabaseFixture {
    static final String JOB = "0b9cc1f0-1b3c-4c8e-9d7a-2f1f6a0e7395";
    static final String RESULT =
            "{\"status\": \"partial\", \"filesUploaded\": 318, \"uploadedAt\":"
                    + " \"2025-11-14T01:20:07\"}";

    GivenDatabase database;

    @BeforeEach
    void make() throws SQLException {
        database = new GivenDatabase();
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    void jobs(String id, String output) throws SQLException {
        database.run(
                "CREATE TABLE jobs (name text, id %s PRIMARY KEY, status text, output %s)"
                        .formatted(id, output),
                "GRANT SELECT ON jobs TO READER");
    }

    void job(String output) throws SQLException {
        database.run(
                "INSERT INTO jobs (id, status, output) VALUES ('%s', 'completed', %s)"
                        .formatted(JOB, output == null ? "NULL" : "'" + output + "'"));
    }

    Failure failure() {
        try (var records = database.records()) {
            FailureException thrown =
                    catchThrowableOfType(
                            FailureException.class, () -> records.check(Cancellation.never()));
            assertThat(thrown).isNotNull();
            return thrown.failure();
        }
    }
}
