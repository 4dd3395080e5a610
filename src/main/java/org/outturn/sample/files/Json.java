package org.outturn.sample.files;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON as the producers do: two spaces of indentation, or one line. */
public final class Json {
    private final StringBuilder out = new StringBuilder();
    private final boolean lines;

    private Json(boolean lines) {
        this.lines = lines;
    }

    /** An object of alternating names and values, in this order. */
    public static Map<String, Object> object(Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    /**
     * @param value maps with text keys, collections, texts, numbers, booleans, null
     */
    public static byte[] pretty(Object value) {
        return write(value, true).getBytes(StandardCharsets.UTF_8);
    }

    /** The same on one line, as a record of a JSON Lines file. */
    public static String line(Object value) {
        return write(value, false);
    }

    private static String write(Object value, boolean lines) {
        var json = new Json(lines);
        json.value(value, 0);
        return json.out.toString();
    }

    private void value(@Nullable Object value, int depth) {
        switch (value) {
            case Map<?, ?> map -> map(map, depth);
            case Collection<?> list -> list(list, depth);
            case String text -> text(text);
            case null, default -> out.append(value);
        }
    }

    private void map(Map<?, ?> map, int depth) {
        out.append('{');
        String comma = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(comma);
            newLine(depth + 1);
            text(String.valueOf(entry.getKey()));
            out.append(": ");
            value(entry.getValue(), depth + 1);
            comma = lines ? "," : ", ";
        }
        if (!map.isEmpty()) {
            newLine(depth);
        }
        out.append('}');
    }

    private void list(Collection<?> list, int depth) {
        out.append('[');
        String comma = "";
        for (Object item : list) {
            out.append(comma);
            newLine(depth + 1);
            value(item, depth + 1);
            comma = lines ? "," : ", ";
        }
        if (!list.isEmpty()) {
            newLine(depth);
        }
        out.append(']');
    }

    private void newLine(int depth) {
        if (lines) {
            out.append('\n').repeat("  ", depth);
        }
    }

    private void text(String text) {
        out.append('"');
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                default -> {
                    if (c < ' ') {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
