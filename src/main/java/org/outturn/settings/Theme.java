package org.outturn.settings;

/** Light or dark. */
public enum Theme {
    /** As the system is, also when it changes. */
    SYSTEM,
    LIGHT,
    DARK
}
