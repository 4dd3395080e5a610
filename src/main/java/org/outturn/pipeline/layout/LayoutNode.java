package org.outturn.pipeline.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A part of a layout file that knows where it is, so that every complaint can say so. */
final class LayoutNode {
    /** No list or table of a layout file is longer. */
    static final int MOST_ENTRIES = 200;

    /** Longer words are cut in complaints: a complaint has to fit into a notice. */
    private static final int LONGEST_QUOTE = 60;

    private final JsonNode node;
    private final String where;

    LayoutNode(JsonNode node, String where) {
        this.node = node;
        this.where = where;
    }

    /** A word of the file, for a complaint. */
    static String quote(String word) {
        var quote = new StringBuilder("\"");
        word.codePoints()
                .limit(LONGEST_QUOTE)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(quote::appendCodePoint);
        boolean cut = word.codePointCount(0, word.length()) > LONGEST_QUOTE;
        return quote.append(cut ? "\u2026\"" : "\"").toString();
    }

    LayoutException wrong(String what) {
        return new LayoutException(where, what);
    }

    /** Says no to fields that nobody would read: a typing mistake is not to be lost. */
    void allow(String... names) throws LayoutException {
        if (!node.isObject()) {
            throw wrong("an object in braces is needed here");
        }
        Set<String> known = Set.of(names);
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw wrong(
                        "there is no field "
                                + quote(name)
                                + "; known are "
                                + String.join(", ", names));
            }
        }
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    boolean isObjectWith(String name) {
        return node.isObject() && has(name);
    }

    LayoutNode child(String name) {
        return new LayoutNode(node.path(name), where.isEmpty() ? name : where + "." + name);
    }

    String required(String name) throws LayoutException {
        if (!has(name)) {
            throw wrong("the field \"" + name + "\" is missing");
        }
        return child(name).text();
    }

    /** A short name for use in the file: letters, digits and hyphens. */
    String id(String name) throws LayoutException {
        String id = required(name);
        if (!isId(id)) {
            throw child(name).wrong("an id is 1 to 40 letters, digits and hyphens: " + quote(id));
        }
        return id;
    }

    static boolean isId(String text) {
        return text.length() <= 40 && !text.isEmpty() && text.chars().allMatch(LayoutNode::inId);
    }

    private static boolean inId(int c) {
        return c < 128 && Character.isLetterOrDigit(c) || c == '-';
    }

    /** A name as operators see it. */
    String name(String name, String otherwise) throws LayoutException {
        String text = text(name, otherwise);
        if (text.isBlank()
                || text.length() > 80
                || text.chars().anyMatch(Character::isISOControl)) {
            throw child(name).wrong("a name is one line of 1 to 80 characters: " + quote(text));
        }
        return text;
    }

    /** Says no to fields that mean nothing without another one. */
    void needs(String name, String other) throws LayoutException {
        if (has(name) && !has(other)) {
            throw child(name).wrong("this means something together with \"" + other + "\" only");
        }
    }

    String text(String name, String otherwise) throws LayoutException {
        return has(name) ? child(name).text() : otherwise;
    }

    boolean flag(String name, boolean otherwise) throws LayoutException {
        if (!has(name)) {
            return otherwise;
        }
        if (!node.get(name).isBoolean()) {
            throw child(name).wrong("true or false is needed here");
        }
        return node.get(name).booleanValue();
    }

    long number(String name, long least, long most) throws LayoutException {
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > most) {
            throw child(name).wrong("a whole number from " + least + " to " + most + " is needed");
        }
        return value.longValue();
    }

    String text() throws LayoutException {
        if (!node.isString()) {
            throw wrong("a text in quotes is needed here");
        }
        return node.stringValue();
    }

    /** The entries of a list; none if it is not there. */
    List<LayoutNode> list(String name) throws LayoutException {
        var entries = new ArrayList<LayoutNode>();
        if (!has(name)) {
            return entries;
        }
        LayoutNode list = child(name);
        if (!list.node.isArray() || list.node.size() > MOST_ENTRIES) {
            throw list.wrong("a list of at most " + MOST_ENTRIES + " is needed here");
        }
        for (int i = 0; i < list.node.size(); i++) {
            entries.add(new LayoutNode(list.node.get(i), list.where + "[" + i + "]"));
        }
        return entries;
    }

    List<String> texts(String name) throws LayoutException {
        var texts = new ArrayList<String>();
        for (LayoutNode entry : list(name)) {
            texts.add(entry.text());
        }
        return texts;
    }

    /** The fields of an object in their order; none if it is not there. */
    Map<String, String> table(String name) throws LayoutException {
        var table = new LinkedHashMap<String, String>();
        if (!has(name)) {
            return table;
        }
        LayoutNode object = child(name);
        if (!object.node.isObject() || object.node.size() > MOST_ENTRIES) {
            throw object.wrong("an object of at most " + MOST_ENTRIES + " fields is needed here");
        }
        for (String field : object.node.propertyNames()) {
            table.put(field, object.child(field).text());
        }
        return table;
    }
}
