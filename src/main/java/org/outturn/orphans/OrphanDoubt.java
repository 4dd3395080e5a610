package org.outturn.orphans;

/** What could not be found out, and so is not listed though it may be left behind. */
public sealed interface OrphanDoubt {

    /** The server does not tell which uploads in parts have not ended. */
    record UploadsNotTold() implements OrphanDoubt {}

    /**
     * Only a part of the bucket was looked at: what is missing may be in the rest.
     *
     * @param objects how many were
     */
    record NotAllListed(long objects) implements OrphanDoubt {}

    /**
     * Only what is below a prefix was looked at, as the connection is for no more: what is missing
     * may be elsewhere.
     *
     * @param prefix its value, not empty
     */
    record OnlyPart(String prefix) implements OrphanDoubt {}

    /** Exports that no key names an upload for, and metadata may not be read. */
    record MetadataDenied(int exports) implements OrphanDoubt {}

    /**
     * The same, but there are more uploads than were to be asked.
     *
     * @param asked how many were
     */
    record MetadataNotAllRead(int exports, int asked) implements OrphanDoubt {}

    /** Exports that may be of a recording which names no job and came shortly before them. */
    record MayBeOfNameless(int exports) implements OrphanDoubt {}

    /** Requests whose stored result could not be read, so that it may tell of a failure. */
    record ResultsNotRead(int requests) implements OrphanDoubt {}
}
