package org.outturn.connection.vault;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.outturn.connection.Credentials;
import org.outturn.connection.Identity;

/**
 * Keys that were typed for connections whose keys are not kept, or could not be: forgotten when the
 * program ends. Safe for use by many threads.
 */
public final class SessionKeys {
    private final Map<Identity, Credentials> keys = new ConcurrentHashMap<>();

    /** Holds the keys of a connection until the program ends. */
    public void hold(Identity identity, Credentials typed) {
        keys.put(identity, typed);
    }

    /** Forgets them. */
    public void forget(Identity identity) {
        keys.remove(identity);
    }

    /** Nothing when they were not typed since the program started. */
    public Optional<Credentials> of(Identity identity) {
        return Optional.ofNullable(keys.get(identity));
    }

    /** Says how many there are, and none of them. */
    @Override
    public String toString() {
        return "SessionKeys[" + keys.size() + "]";
    }
}
