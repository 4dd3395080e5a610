package org.outturn.journal;

import java.util.Optional;

/**
 * One transfer.
 *
 * @param work what it does, in the writer's own words; never changes
 * @param mark where it stands
 * @param kept what is left of it
 */
public record JournalEntry(long batch, String work, JournalMark mark, Optional<Kept> kept) {

    public long id() {
        return mark.transfer();
    }
}
