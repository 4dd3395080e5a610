package org.outturn.ui.main;

import java.util.Optional;
import org.outturn.ui.common.ThemeSwitcher;

/**
 * What the window keeps from one start to the next. Called on the JavaFX thread; returns at once.
 */
public interface Remembered {

    /**
     * The connection that was used last, as {@link ConnectionNames#inSettings} has it; empty when
     * none was, or when it is not to be opened by itself.
     */
    Optional<String> connectionToOpen();

    /** The bucket that was shown last under a connection of that name. */
    Optional<String> lastBucket(String connection);

    /** Keeps which bucket is shown. */
    void bucketShown(String connection, String bucket);

    /** Keeps the theme. */
    void themeChosen(ThemeSwitcher.Choice choice);
}
