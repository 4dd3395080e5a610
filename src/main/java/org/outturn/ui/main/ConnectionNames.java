package org.outturn.ui.main;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.Connection;
import org.outturn.connection.Identity;
import org.outturn.connection.OpenConnection;
import org.outturn.ui.common.Messages;

/**
 * What connections are called where things are kept for them. A saved one goes by its number, so
 * that renaming it loses nothing; all others go by their name.
 */
public final class ConnectionNames {
    /** The sample outputs, in the journal. */
    private static final String SAMPLE = "sample";

    private static final String SAVED = "saved:";

    private ConnectionNames() {}

    /** In the settings. */
    public static String inSettings(Connection connection) {
        return isSaved(connection) ? SAVED + connection.identity().key() : connection.name();
    }

    /** In the settings; null for none. */
    public static @Nullable String ofOpen(@Nullable OpenConnection open) {
        return open == null ? null : inSettings(open.connection());
    }

    /**
     * In the journal. The sample's server has another port each time; a name alone may be given to
     * another server.
     */
    static String inJournal(Connection connection) {
        if (connection.identity().origin() == Identity.Origin.SAMPLE) {
            return SAMPLE;
        }
        return isSaved(connection)
                ? SAVED + connection.identity().key()
                : connection.name()
                        + connection.endpoint().map(endpoint -> " " + endpoint).orElse("");
    }

    /** What the operator calls those that the journal calls otherwise. */
    static Map<String, String> ofJournal(List<Connection> known, Messages messages) {
        Map<String, String> names = new HashMap<>();
        names.put(SAMPLE, messages.text("main.connection.sample"));
        known.stream()
                .filter(ConnectionNames::isSaved)
                .forEach(connection -> names.put(inJournal(connection), connection.name()));
        return names;
    }

    private static boolean isSaved(Connection connection) {
        return connection.identity().origin() == Identity.Origin.SAVED;
    }
}
