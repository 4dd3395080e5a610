package org.outturn.connection.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How some files were when they were looked at last. */
public final class FileStates {
    private final List<Path> files;
    private final List<FileState> states;

    private FileStates(List<Path> files, List<FileState> states) {
        this.files = files;
        this.states = states;
    }

    /** Looks at files. */
    public static FileStates of(List<Path> files) {
        return new FileStates(List.copyOf(files), files.stream().map(FileState::of).toList());
    }

    /** Looks again; reads only what may have changed. */
    public FileStates again() {
        List<FileState> now = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            now.add(states.get(i).again(files.get(i)));
        }
        return new FileStates(files, List.copyOf(now));
    }

    /** Whether the content of one of the files is another, or one has come or gone. */
    public boolean differ(FileStates other) {
        for (int i = 0; i < states.size(); i++) {
            if (states.get(i).differs(other.states.get(i))) {
                return true;
            }
        }
        return false;
    }
}
