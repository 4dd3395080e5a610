package org.outturn.aws;

import org.outturn.connection.Connection;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.ObjectStore;

/** Stores that copy in parts what others copy whole. */
public final class SmallCopies {
    /** The largest object that is copied whole, in bytes. */
    public static final int WHOLE = 8 << 20;

    /** The size of a part, in bytes. */
    public static final int PART = 5 << 20;

    /** Parts at a time. */
    public static final int PARTS_IN_FLIGHT = 3;

    private SmallCopies() {}

    /** Opens a store as the program does, but for the limits. */
    public static ObjectStore open(Connection connection) {
        return new S3StoreOpener(
                        KeySource.NOBODY,
                        Trust::of,
                        Bandwidth.unlimited(),
                        Timeouts.DEFAULTS,
                        new CopyLimits(WHOLE, PART, PARTS_IN_FLIGHT))
                .open(connection);
    }
}
