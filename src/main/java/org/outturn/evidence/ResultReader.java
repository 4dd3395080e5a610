package org.outturn.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.outturn.pipeline.status.Finding;
import org.outturn.pipeline.status.OutputState;
import org.outturn.pipeline.status.Testimony;
import org.outturn.pipeline.status.Witness;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a result that the PDF processing stored: {@code status} and {@code error} of {@code
 * results/{uuid}.json}. Large results are read from their beginning only.
 */
public final class ResultReader {
    /** So much of a result is read, in bytes. */
    public static final int MOST_BYTES = 64 << 10;

    private static final JsonFactory FACTORY = JsonFactory.builder().build();
    private static final int LONGEST_ERROR = 500;

    private ResultReader() {}

    /**
     * @param beginning of the object
     * @param stored when it was stored
     * @return empty if it does not say whether it is a success
     */
    public static Optional<Testimony> read(byte[] beginning, Instant stored) {
        String status = null;
        String error = null;
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), beginning)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.VALUE_STRING && name.equals("status")) {
                    status = parser.getString();
                } else if (value == JsonToken.VALUE_STRING && name.equals("error")) {
                    error = parser.getString();
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            // it ends in the middle: what was read before counts
        }
        return status == null ? Optional.empty() : testimony(status, error(error), stored);
    }

    private static List<String> error(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        return List.of(text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) : text);
    }

    private static Optional<Testimony> testimony(String word, List<String> errors, Instant stored) {
        OutputState state =
                switch (word) {
                    case "success" -> OutputState.COMPLETE;
                    case "error" -> OutputState.FAILED;
                    default -> OutputState.UNKNOWN;
                };
        return Optional.of(
                new Testimony(
                        Witness.PDF_RESULT,
                        state,
                        new Finding.Recorded(word, errors, -1, -1),
                        stored));
    }
}
