package org.outturn.storage;

/**
 * What transfers may use of the line: one limit for what goes up, one for what comes down.
 * Listings, previews and other short requests are not held back.
 *
 * @param up shared by all uploads
 * @param down shared by all downloads
 */
public record Bandwidth(RateLimit up, RateLimit down) {

    /** Both ways without a limit, until somebody sets one. */
    public static Bandwidth unlimited() {
        return new Bandwidth(new RateLimit(), new RateLimit());
    }
}
