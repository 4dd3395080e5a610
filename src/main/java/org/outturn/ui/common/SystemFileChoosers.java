package org.outturn.ui.common;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The choosers of the desktop; each opens where the last one ended. */
public final class SystemFileChoosers implements FileChoosers {
    private final Supplier<Window> owner;
    private File last = new File(System.getProperty("user.home", "."));

    public SystemFileChoosers(Supplier<Window> owner) {
        this.owner = owner;
    }

    @Override
    public List<Path> files(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(start());
        List<File> chosen = chooser.showOpenMultipleDialog(owner.get());
        if (chosen == null || chosen.isEmpty()) {
            return List.of();
        }
        last = chosen.getFirst().getParentFile();
        return chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> folder(String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(start());
        File chosen = chooser.showDialog(owner.get());
        if (chosen == null) {
            return Optional.empty();
        }
        last = chosen;
        return Optional.of(chosen.toPath());
    }

    @Override
    public Optional<Path> fileToSave(String title, String name) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(start());
        chooser.setInitialFileName(name);
        File chosen = chooser.showSaveDialog(owner.get());
        if (chosen == null) {
            return Optional.empty();
        }
        last = chosen.getParentFile();
        return Optional.of(chosen.toPath());
    }

    /** A chooser refuses to open on a folder that has gone. */
    private @org.jspecify.annotations.Nullable File start() {
        return last != null && last.isDirectory() ? last : null;
    }
}
