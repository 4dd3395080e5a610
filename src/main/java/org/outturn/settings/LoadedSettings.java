package org.outturn.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What was read.
 *
 * @param settings what to go on with
 * @param damaged where the file was put when it could not be understood; the settings are the
 *     defaults then
 */
public record LoadedSettings(Settings settings, Optional<Path> damaged) {}
