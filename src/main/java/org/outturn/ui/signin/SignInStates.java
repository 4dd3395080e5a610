package org.outturn.ui.signin;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.Connection;
import org.outturn.connection.SignIn;
import org.outturn.connection.SsoSession;
import org.outturn.connection.sso.SsoNeed;
import org.outturn.connection.sso.SsoNeeds;
import org.outturn.connection.sso.SsoPortal;
import org.outturn.connection.sso.SsoStatus;
import org.outturn.ui.common.TaskRunner;

/**
 * How long the sign-ins of connections still last. Read in the background, again whenever the cache
 * changes. Used on the JavaFX thread.
 */
public final class SignInStates {
    private final TaskRunner tasks;
    private final SsoNeeds needs;
    private final SsoPortal portal;
    private final Map<Connection, ReadOnlyObjectWrapper<@Nullable State>> known = new HashMap<>();

    /**
     * The sign-in of a connection.
     *
     * @param session where
     * @param status how it stands
     */
    public record State(SsoSession session, SsoStatus status) {}

    SignInStates(TaskRunner tasks, SsoNeeds needs, SsoPortal portal) {
        this.tasks = tasks;
        this.needs = needs;
        this.portal = portal;
    }

    /**
     * The sign-in of a connection; {@code null} as long as it is not known, and for connections
     * that need none.
     */
    public ReadOnlyObjectProperty<@Nullable State> of(Connection connection) {
        ReadOnlyObjectWrapper<@Nullable State> state = known.get(connection);
        if (state == null) {
            state = new ReadOnlyObjectWrapper<>();
            boolean possible =
                    connection.signIn() instanceof SignIn.Profile
                            || connection.signIn() instanceof SignIn.SingleSignOn;
            if (!possible) {
                // not kept: it may hold keys
                return state.getReadOnlyProperty();
            }
            known.put(connection, state);
            load(connection, state);
        }
        return state.getReadOnlyProperty();
    }

    /** Reads all of them again. */
    void reload() {
        known.forEach(this::load);
    }

    private void load(Connection connection, ReadOnlyObjectWrapper<@Nullable State> state) {
        tasks.run(
                "look at the sign-in",
                _ -> needs.of(connection).map(this::state),
                found -> state.set(found.orElse(null)),
                _ -> state.set(null));
    }

    private State state(SsoNeed need) {
        return new State(need.session(), portal.status(need.session()));
    }
}
