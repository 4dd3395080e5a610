package org.outturn.app;

/**
 * Starts the program. It does not extend {@code Application}, so that it runs from the class path.
 */
public final class Launcher {
    private Launcher() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        throw new IllegalStateException("the window is not built yet");
    }
}
