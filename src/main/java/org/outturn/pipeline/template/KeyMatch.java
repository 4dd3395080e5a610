package org.outturn.pipeline.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A key that a template fits. Values are cut out when they are asked for. */
public final class KeyMatch {
    private final PathTemplate template;
    private final String key;
    private final int[] bounds;

    KeyMatch(PathTemplate template, String key, int[] bounds) {
        this.template = template;
        this.key = key;
        this.bounds = bounds;
    }

    public PathTemplate template() {
        return template;
    }

    public String key() {
        return key;
    }

    /** What a placeholder took, by its number. */
    public String value(int slot) {
        return key.substring(start(slot), end(slot));
    }

    /** Where a placeholder's value begins in the key. */
    public int start(int slot) {
        return bounds[slot * 2];
    }

    /** Where a placeholder's value ends in the key. */
    public int end(int slot) {
        return bounds[slot * 2 + 1];
    }

    /** What a placeholder took; empty if the template has none of that name. */
    public Optional<String> value(String name) {
        int slot = template.slot(name);
        return slot < 0 ? Optional.empty() : Optional.of(value(slot));
    }

    /** All values by the names of their placeholders, in order. */
    public Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < template.placeholders().size(); i++) {
            values.put(template.placeholders().get(i).name(), value(i));
        }
        return values;
    }
}
