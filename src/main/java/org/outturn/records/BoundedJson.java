package org.outturn.records;

import org.outturn.records.UploadRecord.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON of strangers: no text of it takes more than a few dozen MiB or a deep stack to read. */
final class BoundedJson {
    /** The longest text, in bytes: a job of thousands of files has a record of some 100 KiB. */
    static final int MOST_BYTES = 8 << 20;

    private static final int MOST_DEPTH = 100;

    /** A value in memory is about 60 bytes beside its text. */
    private static final int MOST_TOKENS = 600_000;

    private final JsonMapper mapper =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxDocumentLength(MOST_BYTES)
                                                    .maxStringLength(MOST_BYTES)
                                                    .maxNestingDepth(MOST_DEPTH)
                                                    .maxTokenCount(MOST_TOKENS)
                                                    .build())
                                    .build())
                    // which of two is meant nobody knows
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /**
     * @throws JacksonException if it is no JSON, or too much
     */
    JsonNode tree(byte[] text) {
        return mapper.readTree(text);
    }

    /** To read it piece by piece. */
    JsonParser parser(byte[] text) {
        return mapper.createParser(text);
    }

    static Reason reason(JacksonException e) {
        return e instanceof StreamConstraintsException ? Reason.TOO_LARGE : Reason.NOT_JSON;
    }
}
