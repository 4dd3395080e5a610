package org.outturn.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.outturn.records.UploadRecord.None;
import org.outturn.records.UploadRecord.Reason;
import org.outturn.records.UploadRecord.Unreadable;

/**
 * The table in which the scraper keeps its jobs, as it is in this database.
 *
 * @param sql selects a job by its id; its columns are the job's status, what kind of JSON its
 *     output is, how long the record is, and the record
 */
record JobsTable(String sql) {
    private static final String TABLE = "jobs";
    private static final String ID = "id";
    private static final String OUTPUT = "output";
    private static final String STATUS = "status";
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar");
    private static final Set<String> JSON = Set.of("json", "jsonb");

    /**
     * What a user may see of a table of that name, in the first schema of the search path that has
     * one. Columns that the user may do nothing with are not in it (PostgreSQL documentation,
     * {@code information_schema.columns}).
     */
    private static final String COLUMNS =
            """
            SELECT table_schema::text, column_name::text, udt_name::text
            FROM information_schema.columns
            WHERE table_name = '%s' AND table_schema::text = ANY (current_schemas(false)::text[])
            ORDER BY array_position(current_schemas(false)::text[], table_schema::text)
            """
                    .formatted(TABLE);

    /** The catalogue tells everybody what there is, also those who may not read it. */
    private static final String IS_THERE = "SELECT to_regclass('%s') IS NOT NULL".formatted(TABLE);

    private static final String HAS_COLUMN =
            """
            SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_attribute
              WHERE attrelid = to_regclass('%s') AND attname = ? AND NOT attisdropped)
            """
                    .formatted(TABLE);

    /** A job as a row. */
    record Row(Optional<String> status, UploadRecord upload) {}

    /**
     * Looks for the table.
     *
     * @throws NoRecords if it is not there, may not be read, or is another table
     */
    static JobsTable find(Connection connection) throws SQLException {
        Map<String, String> types = new HashMap<>();
        String schema = columns(connection, types);
        if (schema == null) {
            throw is(connection, IS_THERE, null)
                    ? NoRecords.denied("table " + TABLE)
                    : NoRecords.missing("table " + TABLE);
        }
        String id = type(connection, types, ID);
        String json = type(connection, types, OUTPUT);
        if (!id.equals("uuid") && !TEXTS.contains(id)) {
            throw NoRecords.other(ID, id);
        }
        if (!JSON.contains(json)) {
            throw NoRecords.other(OUTPUT, json);
        }
        try (Statement quoting = connection.createStatement()) {
            return new JobsTable(
                    """
                    SELECT status, kind, octet_length(upload) AS bytes,
                      CASE WHEN octet_length(upload) <= %d THEN upload END AS upload
                    FROM (SELECT %s AS status, %s_typeof(output) AS kind,
                        (output -> 'uploadToS3')::text AS upload
                      FROM %s.%s WHERE id = %s LIMIT 1) AS job
                    """
                            .formatted(
                                    BoundedJson.MOST_BYTES,
                                    types.containsKey(STATUS)
                                            ? "left(status::text, %d)"
                                                    .formatted(UploadStatus.MOST_CHARS)
                                            : "NULL::text",
                                    json,
                                    quoting.enquoteIdentifier(schema, true),
                                    TABLE,
                                    id.equals("uuid") ? "?::uuid" : "?"));
        }
    }

    Optional<Row> select(Connection connection, String jobId, UploadRecordReader reader)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, jobId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Row(
                                        Optional.ofNullable(row.getString("status")),
                                        upload(row, reader)))
                        : Optional.empty();
            }
        }
    }

    private static UploadRecord upload(ResultSet row, UploadRecordReader reader)
            throws SQLException {
        @Nullable String kind = row.getString("kind");
        if (kind == null || kind.equals("null")) {
            return new None();
        }
        if (!kind.equals("object")) {
            return new Unreadable(Reason.WRONG_VALUE, OUTPUT);
        }
        @Nullable String upload = row.getString("upload");
        if (upload != null) {
            return reader.read(upload);
        }
        row.getInt("bytes");
        return row.wasNull() ? new None() : new Unreadable(Reason.TOO_LARGE, "");
    }

    /** The schema; {@code null} if there is no such table to be seen. */
    private static @Nullable String columns(Connection connection, Map<String, String> types)
            throws SQLException {
        @Nullable String schema = null;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COLUMNS)) {
            while (row.next() && (schema == null || schema.equals(row.getString(1)))) {
                schema = row.getString(1);
                types.put(row.getString(2), row.getString(3));
            }
        }
        return schema;
    }

    private static String type(Connection connection, Map<String, String> types, String column)
            throws SQLException {
        @Nullable String type = types.get(column);
        if (type == null) {
            String what = "column %s of table %s".formatted(column, TABLE);
            throw is(connection, HAS_COLUMN, column)
                    ? NoRecords.denied(what)
                    : NoRecords.missing(what);
        }
        return type;
    }

    private static boolean is(Connection connection, String sql, @Nullable String parameter)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            if (parameter != null) {
                select.setString(1, parameter);
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
