package org.outturn.connection.dotenv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text, and what is to come of it.
 *
 * @param problems line, kind and name
 * @param likeShells whether POSIX shells come to the same values
 */
record EnvCase(
        String what,
        String text,
        Map<String, String> values,
        List<String> problems,
        boolean likeShells) {

    /** In which a shell comes to the same. */
    static EnvCase both(String what, String text, String... values) {
        return new EnvCase(what, text, map(values), List.of(), true);
    }

    /** In which a shell comes to something else, or complains. */
    static EnvCase dotenv(String what, String text, String... values) {
        return new EnvCase(what, text, map(values), List.of(), false);
    }

    EnvCase telling(String... what) {
        return new EnvCase(this.what, text, values, List.of(what), likeShells);
    }

    private static Map<String, String> map(String... values) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < values.length; i += 2) {
            map.put(values[i], values[i + 1]);
        }
        return map;
    }

    @Override
    public String toString() {
        return what;
    }
}
