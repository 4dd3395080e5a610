package org.outturn.testkit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.outturn.ui.common.FileChoosers;

/** Stands in for the system's choosers, which no test can work: gives what was set before. */
public final class ChosenPaths implements FileChoosers {
    private volatile List<Path> files = List.of();
    private volatile Optional<Path> folder = Optional.empty();
    private volatile Optional<Path> toSave = Optional.empty();

    ChosenPaths() {}

    public void nextFiles(Path... paths) {
        files = List.of(paths);
    }

    public void nextFolder(Path path) {
        folder = Optional.of(path);
    }

    public void nextFileToSave(Path path) {
        toSave = Optional.of(path);
    }

    @Override
    public Optional<Path> fileToSave(String title, String name) {
        return toSave;
    }

    @Override
    public List<Path> files(String title) {
        return files;
    }

    @Override
    public Optional<Path> folder(String title) {
        return folder;
    }
}
