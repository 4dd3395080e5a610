package org.outturn.sample;

/** Whether a bucket keeps the versions of its objects. */
public enum Versioning {
    /** Never was versioned. */
    OFF(""),
    ENABLED("Enabled"),
    /** Older versions stay, new ones replace one another under the version id "null". */
    SUSPENDED("Suspended");

    /** As in XML. */
    final String status;

    Versioning(String status) {
        this.status = status;
    }
}
