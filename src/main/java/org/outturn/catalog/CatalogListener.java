package org.outturn.catalog;

/**
 * Told about one listing, on its virtual thread, one call at a time. Calls may begin before {@link
 * CatalogService#open} has returned. Every method returns at once and never waits for another
 * thread.
 */
public interface CatalogListener {

    /** A page arrived. Called for every page, also for the only one of an empty prefix. */
    void batch(CatalogBatch batch);

    /**
     * It is over: {@link Completeness.Complete}, {@link Completeness.Failed}, or {@link
     * Completeness.Partial} when the connection was closed. The last call; not made after {@link
     * Listing#cancel()}.
     */
    void ended(Completeness completeness);
}
