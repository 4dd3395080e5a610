package org.outturn.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The system's own choosers. An interface, because no test can drive them. Called on the JavaFX
 * thread, and returns when the operator has chosen.
 */
public interface FileChoosers {

    /** Files to upload; empty when cancelled. */
    List<Path> files(String title);

    /** A folder; nothing when cancelled. */
    Optional<Path> folder(String title);

    /**
     * A file to write, which may be there; the system has asked whether it may be replaced. Nothing
     * when cancelled.
     *
     * @param name what it is called unless the operator says otherwise
     */
    Optional<Path> fileToSave(String title, String name);
}
