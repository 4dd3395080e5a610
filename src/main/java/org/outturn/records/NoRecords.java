package org.outturn.records;

/** A database that holds no job records, or none for this user. Becomes a failure at the border. */
final class NoRecords extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why there are none. */
    enum Why {
        MISSING,
        DENIED,
        OTHER
    }

    private final Why why;
    private final String what;

    private NoRecords(Why why, String what) {
        super(what);
        this.why = why;
        this.what = what;
    }

    static NoRecords missing(String what) {
        return new NoRecords(Why.MISSING, what);
    }

    static NoRecords denied(String what) {
        return new NoRecords(Why.DENIED, what);
    }

    /** A column of another type than the scraper's. */
    static NoRecords other(String column, String type) {
        return new NoRecords(Why.OTHER, "the column " + column + " has the type " + type);
    }

    Why why() {
        return why;
    }

    /** What is not there, or may not be read, or is another. */
    String what() {
        return what;
    }
}
