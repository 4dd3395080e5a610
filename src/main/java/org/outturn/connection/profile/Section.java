package org.outturn.connection.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A section of a file, its duplicates put together. Never prints its values.
 *
 * @param header between the brackets, without blanks around it
 * @param line of the header where it stands first, counted from 1
 * @param properties by lower-case name; those of a nested block are in the value's text
 */
record Section(String header, int line, Map<String, Property> properties) {

    /**
     * A value and where it stands.
     *
     * @param value perhaps of several lines; begins with a line break when it is a nested block
     * @param line counted from 1
     */
    record Property(String value, int line) {
        @Override
        public String toString() {
            return "Property[line " + line + "]";
        }
    }

    static Section empty(String header, int line) {
        return new Section(header, line, new LinkedHashMap<>());
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(properties.get(name)).map(Property::value);
    }

    /** Where a property stands; the header's line if it does not. */
    int lineOf(String name) {
        Property property = properties.get(name);
        return property == null ? line : property.line();
    }

    /** A value of a nested block, as in {@code s3 =} followed by indented lines. */
    Optional<String> nested(String block, String name) {
        return value(block)
                .filter(text -> text.startsWith("\n"))
                .flatMap(text -> Optional.ofNullable(block(text).get(name)))
                .or(() -> value(block + "." + name));
    }

    private static Map<String, String> block(String text) {
        Map<String, String> all = new LinkedHashMap<>();
        text.lines()
                .map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> all.put(Blank.strip(pair[0]), Blank.strip(pair[1])));
        return all;
    }

    @Override
    public String toString() {
        return "Section[" + header + ", line " + line + ", " + properties.keySet() + "]";
    }
}
