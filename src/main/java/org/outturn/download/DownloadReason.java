package org.outturn.download;

import java.util.Locale;

/** Why a plan does with an object what it does. */
public enum DownloadReason {
    /** There is no such local file. */
    NEW,
    /** A local file of that name is there and stays: the new one gets a number. */
    EXISTS_NUMBERED,
    /** A local file of that name is there and stays. */
    EXISTS_SKIPPED,
    /** A local file of that name is there and is replaced. */
    EXISTS_REPLACED,
    /** A local file of that name has the same content: same size and the ETag that it gives. */
    SAME_CONTENT,
    /** A local file of that name is there, and what becomes of the object has still to be said. */
    UNDECIDED,
    /** The operator has left it out. */
    LEFT_OUT,
    /** An empty object whose key ends in {@code /} stands for a folder. */
    FOLDER_PLACEHOLDER,
    /** This system cannot write such a name. */
    NAME_IMPOSSIBLE;

    /** For instance {@code download.reason.exists_numbered}. */
    public String messageKey() {
        return "download.reason." + name().toLowerCase(Locale.ROOT);
    }
}
