package org.outturn.ui.connection;

/** What the start page keeps. Called on the JavaFX thread; returns at once. */
public interface StartMemory {

    /** Whether the connection that was used last opens by itself at the start. */
    boolean opensLast();

    /** Keeps whether it does. */
    void opensLast(boolean wanted);
}
