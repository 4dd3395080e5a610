package org.outturn.preview;

import java.io.StringWriter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Indents JSON token by token; stops where it cannot be read and leaves the rest as it is. */
final class JsonIndenter {
    private final JsonMapper mapper =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_CONTENT).build();
    private final ObjectWriter writer = mapper.writerWithDefaultPrettyPrinter();

    /**
     * @param text indented as far as it could be read; the rest as it was
     * @param complete whether it could be read to its end
     */
    record Indented(String text, boolean complete) {}

    Indented indent(String json) {
        var out = new StringWriter(json.length() * 2);
        long read = 0;
        try (JsonParser parser = mapper.createParser(json);
                JsonGenerator generator = writer.createGenerator(out)) {
            try {
                while (parser.nextToken() != null) {
                    generator.copyCurrentEventExact(parser);
                    read = parser.currentLocation().getCharOffset();
                }
                generator.flush();
                return new Indented(out.toString(), true);
            } catch (JacksonException broken) {
                // cut off, invalid or too deep: what has been read is shown, and what follows as it
                // is
                generator.flush();
            }
        }
        int rest = Math.clamp(read, 0, json.length());
        String tail = json.substring(rest).strip();
        return new Indented(out + (tail.isEmpty() ? "" : "\n" + tail), false);
    }
}
