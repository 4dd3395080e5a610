package org.outturn.connection;

import java.util.Optional;

/** As whom a connection signs its requests. */
public sealed interface SignIn {

    /** Keys that are held in memory only. */
    record Keys(Credentials credentials) implements SignIn {}

    /**
     * A profile of the AWS configuration files; the SDK reads and renews what it names.
     *
     * @param name as in the files
     */
    record Profile(String name) implements SignIn {}

    /** The keys, when they are held here. */
    default Optional<Credentials> keys() {
        return this instanceof Keys(Credentials credentials)
                ? Optional.of(credentials)
                : Optional.empty();
    }
}
