package org.outturn.upload;

/** How a plan tells whether an object is the file of its key already. */
public enum CompareBy {
    /**
     * By size, then by the ETag where that is made of MD5s and the file is at most 64 MiB, else by
     * time: the default.
     */
    SIZE_AND_CHECKSUM,
    /** By size and time; no file is read. */
    SIZE_AND_TIME,
    /** By size and ETag, however large the file is; what cannot be compared is not the same. */
    CHECKSUM
}
