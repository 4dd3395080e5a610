package org.outturn.connection.dotenv;

/**
 * Something in a {@code .env} file that was not understood, or not done. Holds nothing of a value.
 *
 * @param line counted from 1; the one in which the statement begins
 * @param kind what is wrong
 * @param name of the variable that it is about; empty where it is none, or may be part of a secret
 */
public record EnvProblem(int line, Kind kind, String name) {

    /** What can be wrong. */
    public enum Kind {
        /** The line is neither empty, a comment nor an assignment; left out. */
        NO_ASSIGNMENT,
        /** What stands before the equals sign is no name (POSIX, "Name"); left out. */
        BAD_NAME,
        /** A quotation mark that nothing closes; the line is left out. */
        OPEN_QUOTE,
        /** Something follows the closing quotation mark; left out. */
        AFTER_QUOTE,
        /** A command that a shell would run and put in: stays text. */
        COMMAND,
        /** A variable that is put in and that nobody has set: nothing is put in. */
        NOT_SET,
        /**
         * A <code>${…}</code> of a form that only shells know, or that nothing closes: stays text.
         */
        BAD_EXPANSION,
        /** The value grows beyond all measure; left out. */
        TOO_LONG,
        /** The file is no text. */
        NO_TEXT,
        /** The file is longer than a {@code .env} file may be; only its beginning was read. */
        TOO_LARGE;

        /** For instance {@code dotenv.problem.OPEN_QUOTE}. */
        public String messageKey() {
            return "dotenv.problem." + name();
        }
    }
}
