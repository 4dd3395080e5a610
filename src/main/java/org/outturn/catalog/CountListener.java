package org.outturn.catalog;

/** Told about one count, under the rules of {@link CatalogListener}. */
public interface CountListener {

    /**
     * What was counted so far; called after each page.
     *
     * @param bytes the sum of the objects' sizes
     */
    void counted(long objects, long bytes);

    /**
     * It is over. Delete what {@code found} holds only after {@link Completeness.Complete}, or when
     * the operator agreed to the part. The last call.
     */
    void ended(FoundObjects found, Completeness completeness);
}
