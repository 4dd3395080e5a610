package org.outturn.catalog;

/**
 * A file of an output.
 *
 * @param row as it was listed
 * @param name within the output: what the key adds to the output's folder, or its last segment
 * @param role what it is, as operators call it; empty if the layout does not say
 */
public record OutputFile(ListingRow row, String name, String role) {}
