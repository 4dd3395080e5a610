package org.outturn.records;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Set;
import org.outturn.records.RecordFields.WrongField;
import org.outturn.records.UploadRecord.Configuration;
import org.outturn.records.UploadRecord.None;
import org.outturn.records.UploadRecord.Reason;
import org.outturn.records.UploadRecord.Result;
import org.outturn.records.UploadRecord.Unreadable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads what the scraper keeps of an upload ({@code output.uploadToS3}), in every shape of its
 * guide and of what it really writes. Whatever the text, it throws nothing: what is no record is
 * {@link Unreadable}. Fields that it does not know are left out.
 */
public final class UploadRecordReader {
    /** Longer records are not read, in bytes. */
    public static final int MOST_BYTES = BoundedJson.MOST_BYTES;

    /** Later times are no times; ISO 8601 writes years in four digits. */
    private static final Instant AFTER_ALL = Instant.parse("+10000-01-01T00:00:00Z");

    /** What only a result has. */
    private static final Set<String> OF_RESULTS =
            Set.of("uploadedAt", "s3Urls", "bytesUploaded", "filesUploaded", "errors", "error");

    private final BoundedJson json = new BoundedJson();

    /**
     * @param text UTF-8; the value of {@code uploadToS3}
     */
    public UploadRecord read(byte[] text) {
        if (text.length > BoundedJson.MOST_BYTES) {
            return new Unreadable(Reason.TOO_LARGE, "");
        }
        try {
            JsonNode node = json.tree(text);
            return node.isMissingNode() ? new Unreadable(Reason.NOT_JSON, "") : of(node);
        } catch (JacksonException e) {
            return new Unreadable(BoundedJson.reason(e), "");
        }
    }

    /** The same of text. */
    public UploadRecord read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    UploadRecord of(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return new None();
        }
        if (!node.isObject()) {
            return new Unreadable(Reason.WRONG_VALUE, "");
        }
        var fields = new RecordFields(node);
        try {
            if (fields.has("status")) {
                return result(fields);
            }
            return OF_RESULTS.stream().anyMatch(fields::has)
                    ? new Unreadable(Reason.NO_STATUS, "status")
                    : configuration(fields);
        } catch (WrongField e) {
            return new Unreadable(Reason.WRONG_VALUE, e.field());
        }
    }

    private static Configuration configuration(RecordFields fields) {
        return new Configuration(
                fields.flag("enabled"),
                fields.text("bucket"),
                fields.text("prefix"),
                fields.texts("includeFiles"),
                fields.flag("uploadPdfs").orElse(true),
                fields.flag("uploadScreenshots").orElse(false),
                fields.flag("uploadCategories").orElse(false));
    }

    private static Result result(RecordFields fields) {
        return new Result(
                fields.flag("enabled"),
                status(fields),
                fields.text("uploadedAt").map(UploadRecordReader::time),
                fields.urls("s3Urls"),
                fields.count("bytesUploaded"),
                fields.count("filesUploaded"),
                fields.errors("errors"),
                fields.error("error"));
    }

    private static UploadStatus status(RecordFields fields) {
        return fields.text("status")
                .filter(word -> !word.isBlank() && word.length() <= UploadStatus.MOST_CHARS)
                .map(UploadStatus::new)
                .orElseThrow(() -> new WrongField("status"));
    }

    /** With a Z, as the guide has it, or with nothing, as the scraper writes it: both are UTC. */
    private static Instant time(String text) {
        try {
            TemporalAccessor time =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(
                            text.strip().replace(' ', 'T'), Instant::from, LocalDateTime::from);
            Instant instant =
                    time instanceof LocalDateTime local
                            ? local.toInstant(ZoneOffset.UTC)
                            : Instant.from(time);
            if (instant.isBefore(Instant.EPOCH) || !instant.isBefore(AFTER_ALL)) {
                throw new WrongField("uploadedAt");
            }
            return instant;
        } catch (DateTimeException e) {
            throw new WrongField("uploadedAt");
        }
    }
}
