package org.outturn.catalog;

/**
 * Rows that are new: those from {@code from} on and before {@code to}. The rows before are as they
 * were.
 *
 * @param table the rows of the listing; the same table in every batch of one listing
 * @param from the first new row
 * @param to one more than the last new row; equals {@code from} when a page held nothing
 */
public record CatalogBatch(ListingTable table, int from, int to) {}
