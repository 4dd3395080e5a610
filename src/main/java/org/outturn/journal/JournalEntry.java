package org.outturn.journal;

import java.util.Optional;
import org.outturn.storage.PartialUpload;

/**
 * One transfer.
 *
 * @param work what it does, in the writer's own words; never changes
 * @param mark where it stands
 * @param parts what a server keeps of it
 */
public record JournalEntry(
        long batch, String work, JournalMark mark, Optional<PartialUpload> parts) {

    public long id() {
        return mark.transfer();
    }
}
