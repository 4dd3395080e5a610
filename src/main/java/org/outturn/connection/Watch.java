package org.outturn.connection;

/** Somebody who looks for changes until told to stop. */
@FunctionalInterface
public interface Watch extends AutoCloseable {
    /** Stops looking; does not wait. */
    @Override
    void close();
}
