package org.outturn.journal;

/**
 * Where a transfer stands.
 *
 * @param state in the writer's own words
 * @param open whether it has not come to an end
 * @param failure why it failed, in the writer's own words; empty when it did not
 * @param attempts how often it was begun
 * @param rank those of lower rank go first
 */
public record JournalMark(
        long transfer, String state, boolean open, String failure, int attempts, long rank) {}
