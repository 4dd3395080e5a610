package org.outturn.preview;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Lays JSON out for reading, token by token: names and values stay as they were written, but for
 * escapes that are not needed. Neither nesting nor length makes it fail: indentation ends at a
 * depth, and the text at a length.
 */
final class JsonLayout {
    /** Deeper levels are not moved further to the right. */
    static final int MAX_INDENTED = 40;

    /** The most characters of a laid-out text, and a little. */
    static final int MAX_LENGTH = 1 << 20;

    private final StringBuilder out = new StringBuilder();
    private int depth;
    private boolean opened;
    private boolean named;
    private boolean truncated;

    /**
     * @param text laid out as far as it goes
     * @param truncated whether the rest is missing
     */
    record Result(String text, boolean truncated) {}

    private JsonLayout() {}

    /**
     * @param source JSON, or its beginning
     * @param cut whether the rest of it is missing
     * @throws JacksonException when it is not JSON
     */
    static Result of(String source, boolean cut) {
        var layout = new JsonLayout();
        layout.truncated = cut;
        JsonFactory factory = unlimited(source.length() + 1);
        Reader reader = cut ? new CutReader(source) : new StringReader(source);
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), reader)) {
            layout.run(parser);
        } catch (JacksonIOException e) {
            if (!(e.getCause() instanceof Cut)) {
                throw e;
            }
        }
        return new Result(layout.out.toString(), layout.truncated);
    }

    /** The parser keeps its place on the heap: the source bounds what it can take. */
    private static JsonFactory unlimited(int length) {
        return JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(length)
                                .maxStringLength(length)
                                .maxNameLength(length)
                                .maxNumberLength(length)
                                .build())
                .build();
    }

    private void run(JsonParser parser) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (depth == 0 && !out.isEmpty()) {
                throw new NotOneValue();
            }
            write(token, parser);
            if (out.length() > MAX_LENGTH) {
                truncated = true;
                return;
            }
        }
        if (out.isEmpty()) {
            throw new NotOneValue();
        }
    }

    private void write(JsonToken token, JsonParser parser) {
        if (token.isStructEnd()) {
            depth--;
            if (!opened) {
                newLine();
            }
            out.append(token.asString());
            opened = false;
            return;
        }
        if (!named && depth > 0) {
            out.append(opened ? "" : ",");
            newLine();
        }
        named = token == JsonToken.PROPERTY_NAME;
        opened = token.isStructStart();
        depth += opened ? 1 : 0;
        switch (token) {
            case PROPERTY_NAME -> {
                quote(parser.currentName());
                out.append(": ");
            }
            case VALUE_STRING -> quote(parser.getString());
            default -> out.append(parser.getString());
        }
    }

    private void newLine() {
        out.append('\n').repeat("  ", Math.min(depth, MAX_INDENTED));
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    boolean pair =
                            Character.isHighSurrogate(c)
                                    && i + 1 < text.length()
                                    && Character.isLowSurrogate(text.charAt(i + 1));
                    if (pair) {
                        out.append(c).append(text.charAt(++i));
                    } else if (needsEscape(c)) {
                        out.append("\\u").append(java.util.HexFormat.of().toHexDigits(c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** What cannot be seen, or would turn the line around. */
    private static boolean needsEscape(char c) {
        return Character.isISOControl(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.FORMAT;
    }

    /** Nothing, or more than one value, at the top level: not a JSON text (RFC 8259, 2). */
    private static final class NotOneValue extends JacksonException {
        private static final long serialVersionUID = 1L;

        NotOneValue() {
            super("not one value");
        }
    }

    /** The end of what is there of a text, which is not its end. */
    private static final class Cut extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Tells the parser at the cut that there is more, so that it takes nothing half for whole. */
    private static final class CutReader extends StringReader {
        CutReader(String text) {
            super(text);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            if (n < 0) {
                throw new Cut();
            }
            return n;
        }
    }
}
