package org.outturn.journal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A journal, with what is to be said about it.
 *
 * @param trouble why it is not simply the journal of the last time
 * @param setAside where the file is now that could not be used
 */
public record OpenedJournal(Journal journal, Trouble trouble, Optional<Path> setAside) {

    /** What an operator should know. */
    public enum Trouble {
        NONE,
        /** The file was damaged; a new one was begun. */
        DAMAGED,
        /** The file was written by a newer version of the program; a new one was begun. */
        NEWER,
        /** Another window of this program has it: what is done here is not remembered. */
        IN_USE,
        /** There is no file to write to: what is done here is not remembered. */
        NO_FILE;

        /** For instance {@code journal.damaged}. */
        public String messageKey() {
            return "journal." + name().toLowerCase(Locale.ROOT);
        }
    }
}
