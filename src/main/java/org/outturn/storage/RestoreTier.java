package org.outturn.storage;

/** How fast an archived object is restored (S3 User Guide, "Archive retrieval options"). */
public enum RestoreTier {
    /** In minutes, at the highest price; not from {@code DEEP_ARCHIVE}. */
    EXPEDITED,
    /** In hours. */
    STANDARD,
    /** In many hours, at the lowest price or none. */
    BULK
}
