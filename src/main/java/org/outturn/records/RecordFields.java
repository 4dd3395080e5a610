package org.outturn.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a JSON object, each with the type that it has to have. A field that is {@code null}
 * is as good as none.
 *
 * @param node an object
 */
record RecordFields(JsonNode node) {
    /** The longest text of one field, in characters. */
    static final int MOST_CHARS = 64 << 10;

    /** The longest list. */
    static final int MOST_ENTRIES = 50_000;

    /** A field that has another type, or a value that it cannot have. */
    static final class WrongField extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String field;

        WrongField(String field) {
            super(field, null, false, false);
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    boolean has(String field) {
        return !node.path(field).isMissingNode() && !node.path(field).isNull();
    }

    Optional<Boolean> flag(String field) {
        if (!has(field)) {
            return Optional.empty();
        }
        if (!node.path(field).isBoolean()) {
            throw new WrongField(field);
        }
        return Optional.of(node.path(field).booleanValue());
    }

    Optional<String> text(String field) {
        return has(field)
                ? Optional.of(plain(node.path(field)).orElseThrow(() -> new WrongField(field)))
                : Optional.empty();
    }

    OptionalLong count(String field) {
        if (!has(field)) {
            return OptionalLong.empty();
        }
        JsonNode number = node.path(field);
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
            throw new WrongField(field);
        }
        return OptionalLong.of(number.longValue());
    }

    Optional<List<String>> texts(String field) {
        return has(field) ? Optional.of(list(field, RecordFields::plain)) : Optional.empty();
    }

    /** None if there is no such field. */
    List<String> errors(String field) {
        return has(field) ? list(field, RecordFields::inWords) : List.of();
    }

    Optional<String> error(String field) {
        return has(field)
                ? Optional.of(inWords(node.path(field)).orElseThrow(() -> new WrongField(field)))
                : Optional.empty();
    }

    /** None if there is no such field. */
    List<RecordedUrl> urls(String field) {
        if (!has(field)) {
            return List.of();
        }
        JsonNode urls = node.path(field);
        if (!urls.isObject() || urls.size() > MOST_ENTRIES) {
            throw new WrongField(field);
        }
        List<RecordedUrl> found = new ArrayList<>();
        for (var entry : urls.properties()) {
            if (entry.getKey().length() > MOST_CHARS) {
                throw new WrongField(field);
            }
            // a file that did not go may have null
            if (!entry.getValue().isNull()) {
                String url = plain(entry.getValue()).orElseThrow(() -> new WrongField(field));
                found.add(new RecordedUrl(entry.getKey(), url));
            }
        }
        return found;
    }

    private List<String> list(String field, Function<JsonNode, Optional<String>> entry) {
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
}
