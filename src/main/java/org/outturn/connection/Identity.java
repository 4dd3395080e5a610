package org.outturn.connection;

/**
 * Where a connection is written down. Two with the same identity are the same connection, whatever
 * they are called.
 *
 * @param origin what kind of place
 * @param key which one there: a profile's name, a file's path, the number of a saved connection
 */
public record Identity(Origin origin, String key) {

    /** The kinds of places. */
    public enum Origin {
        /** Nowhere: typed in, and gone with the window. */
        TYPED,
        /** Saved by the operator in Outturn. */
        SAVED,
        /** A profile of the AWS files. */
        PROFILE,
        /** The variables of the environment. */
        ENVIRONMENT,
        /** A {@code .env} file. */
        ENV_FILE,
        /** The sample outputs. */
        SAMPLE
    }

    /** That of a connection that was typed in. */
    public static Identity typed(String name) {
        return new Identity(Origin.TYPED, name);
    }

    /** That of a profile of the AWS files. */
    public static Identity profile(String name) {
        return new Identity(Origin.PROFILE, name);
    }
}
