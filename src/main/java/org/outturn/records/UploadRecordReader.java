package org.outturn.records;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
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

    /** The longest text of one field, in characters. */
    static final int MOST_CHARS = 64 << 10;

    /** The longest list. */
    static final int MOST_ENTRIES = 50_000;

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
        try {
            if (has(node, "status")) {
                return result(node);
            }
            return OF_RESULTS.stream().anyMatch(field -> has(node, field))
                    ? new Unreadable(Reason.NO_STATUS, "status")
                    : configuration(node);
        } catch (WrongField e) {
            return new Unreadable(e.reason, e.field);
        }
    }

    private static boolean has(JsonNode node, String field) {
        return !node.path(field).isMissingNode() && !node.path(field).isNull();
    }

    private static Configuration configuration(JsonNode node) {
        return new Configuration(
                flag(node, "enabled"),
                text(node, "bucket"),
                text(node, "prefix"),
                has(node, "includeFiles")
                        ? Optional.of(list(node, "includeFiles", UploadRecordReader::plain))
                        : Optional.empty(),
                flag(node, "uploadPdfs").orElse(true),
                flag(node, "uploadScreenshots").orElse(false),
                flag(node, "uploadCategories").orElse(false));
    }

    private static Result result(JsonNode node) {
        return new Result(
                flag(node, "enabled"),
                status(node),
                text(node, "uploadedAt").map(UploadRecordReader::time),
                urls(node),
                count(node, "bytesUploaded"),
                count(node, "filesUploaded"),
                has(node, "errors") ? list(node, "errors", UploadRecordReader::inWords) : List.of(),
                has(node, "error") ? Optional.of(error(node)) : Optional.empty());
    }

    private static String error(JsonNode node) {
        return inWords(node.path("error")).orElseThrow(() -> new WrongField("error"));
    }

    private static UploadStatus status(JsonNode node) {
        return text(node, "status")
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

    private static List<RecordedUrl> urls(JsonNode node) {
        if (!has(node, "s3Urls")) {
            return List.of();
        }
        JsonNode urls = node.path("s3Urls");
        if (!urls.isObject() || urls.size() > MOST_ENTRIES) {
            throw new WrongField("s3Urls");
        }
        List<RecordedUrl> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : urls.properties()) {
            if (entry.getKey().length() > MOST_CHARS) {
                throw new WrongField("s3Urls");
            }
            // a file that did not go may have null
            if (!entry.getValue().isNull()) {
                String url = plain(entry.getValue()).orElseThrow(() -> new WrongField("s3Urls"));
                found.add(new RecordedUrl(entry.getKey(), url));
            }
        }
        return found;
    }

    private static Optional<Boolean> flag(JsonNode node, String field) {
        if (!has(node, field)) {
            return Optional.empty();
        }
        if (!node.path(field).isBoolean()) {
            throw new WrongField(field);
        }
        return Optional.of(node.path(field).booleanValue());
    }

    private static Optional<String> text(JsonNode node, String field) {
        return has(node, field)
                ? Optional.of(plain(node.path(field)).orElseThrow(() -> new WrongField(field)))
                : Optional.empty();
    }

    private static OptionalLong count(JsonNode node, String field) {
        if (!has(node, field)) {
            return OptionalLong.empty();
        }
        JsonNode number = node.path(field);
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
            throw new WrongField(field);
        }
        return OptionalLong.of(number.longValue());
    }

    private static List<String> list(
            JsonNode node, String field, Function<JsonNode, Optional<String>> entry) {
        JsonNode list = node.path(field);
        if (!list.isArray() || list.size() > MOST_ENTRIES) {
            throw new WrongField(field);
        }
        List<String> found = new ArrayList<>();
        for (JsonNode each : list) {
            found.add(entry.apply(each).orElseThrow(() -> new WrongField(field)));
        }
        return found;
    }

    private static Optional<String> plain(JsonNode node) {
        return node.isString() && node.stringValue().length() <= MOST_CHARS
                ? Optional.of(node.stringValue())
                : Optional.empty();
    }

    /** Some errors are objects: their JSON says more than nothing. */
    private static Optional<String> inWords(JsonNode node) {
        if (node.isString()) {
            return plain(node);
        }
        String text = node.toString();
        return text.length() <= MOST_CHARS ? Optional.of(text) : Optional.empty();
    }

    private static final class WrongField extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Reason reason = Reason.WRONG_VALUE;
        private final String field;

        WrongField(String field) {
            super(field, null, false, false);
            this.field = field;
        }
    }
}
