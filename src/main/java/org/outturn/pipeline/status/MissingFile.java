package org.outturn.pipeline.status;

/**
 * A file that should be there.
 *
 * @param role what it is, as operators call it
 * @param of which one, where there are several of this role: a product's name; else empty
 */
public record MissingFile(String role, String of) {}
