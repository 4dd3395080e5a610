package org.outturn.catalog;

/** What a row stands for. */
public enum RowKind {
    /** A common prefix: everything whose key begins with it. */
    FOLDER,
    /** The object whose key is the listed prefix itself, as "new folder" makes it. */
    PLACEHOLDER,
    /** Any other object. */
    OBJECT
}
