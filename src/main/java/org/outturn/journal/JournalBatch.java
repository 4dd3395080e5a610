package org.outturn.journal;

import java.time.Instant;

/**
 * What was submitted together.
 *
 * @param connection the name of the connection that it is for
 * @param kind what is done, in the writer's own words
 * @param submitted by this computer's clock, to the millisecond
 */
public record JournalBatch(long id, String connection, String kind, Instant submitted) {}
