package org.outturn.records;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.outturn.records.UploadRecord.None;
import org.outturn.records.UploadRecord.Reason;
import org.outturn.records.UploadRecord.Unreadable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What the scraper answers for a job: {@code {success, data}}, where {@code data} has an {@code
 * id}, a {@code status} and an {@code output} with the record in it. Read piece by piece, because
 * the output may hold everything that the job found.
 *
 * @param success what it says itself; true if it says nothing
 * @param object whether it is a JSON object at all
 * @param data whether there is a job in it
 */
record JobAnswer(
        boolean object,
        boolean success,
        boolean data,
        Optional<String> jobStatus,
        UploadRecord upload) {

    /**
     * @param jobId that was asked for, in lower case
     * @throws tools.jackson.core.JacksonException if it is no JSON, or too much
     */
    static JobAnswer read(byte[] text, String jobId, BoundedJson json, UploadRecordReader reader) {
        try (JsonParser parser = json.parser(text)) {
            var answer = new Reading(parser, jobId, reader);
            answer.document();
            return new JobAnswer(
                    answer.object,
                    answer.success,
                    answer.data,
                    Optional.ofNullable(answer.status),
                    answer.upload);
        }
    }

    private static final class Reading {
        private final JsonParser parser;
        private final String jobId;
        private final UploadRecordReader reader;
        private boolean object;
        private boolean success = true;
        private boolean data;
        private @Nullable String status;
        private UploadRecord upload = new None();

        Reading(JsonParser parser, String jobId, UploadRecordReader reader) {
            this.parser = parser;
            this.jobId = jobId;
            this.reader = reader;
        }

        void document() {
            object = parser.nextToken() == JsonToken.START_OBJECT;
            if (!object) {
                return;
            }
            boolean otherJob = false;
            while (parser.nextName() != null) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "success" -> success = value == JsonToken.VALUE_TRUE;
                    case "data" -> otherJob = value == JsonToken.START_OBJECT && job();
                    default -> {}
                }
                // what was read is at its end already, where this does nothing
                parser.skipChildren();
            }
            parser.nextToken();
            if (otherJob) {
                upload = new Unreadable(Reason.OTHER_JOB, "id");
            }
        }

        /** Whether it is another job than the one that was asked for. */
        private boolean job() {
            data = true;
            boolean other = false;
            while (parser.nextName() != null) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "id" ->
                            other =
                                    value == JsonToken.VALUE_STRING
                                            && !parser.getString()
                                                    .toLowerCase(Locale.ROOT)
                                                    .equals(jobId);
                    case "status" ->
                            status =
                                    value == JsonToken.VALUE_STRING
                                                    && parser.getStringLength()
                                                            <= UploadStatus.MOST_CHARS
                                            ? parser.getString()
                                            : null;
                    case "output" -> output(value);
                    default -> {}
                }
                parser.skipChildren();
            }
            return other;
        }

        private void output(JsonToken value) {
            if (value != JsonToken.START_OBJECT) {
                upload =
                        value == JsonToken.VALUE_NULL
                                ? new None()
                                : new Unreadable(Reason.WRONG_VALUE, "output");
                return;
            }
            while (parser.nextName() != null) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("uploadToS3")) {
                    upload = reader.of(parser.readValueAsTree());
                }
                parser.skipChildren();
            }
        }
    }
}
