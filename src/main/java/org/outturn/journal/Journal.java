package org.outturn.journal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Remembers transfers, and what came of the uploads of jobs. What a method has written when it
 * returns survives a kill of the program at any moment; after a loss of power the last moments may
 * be missing, never a part of one write.
 *
 * <p>Every method may be called from any thread and may wait for a disk, and throws {@link
 * JournalException} when that fails.
 */
public interface Journal extends AutoCloseable {

    /** Whether the next start of the program will know what is written here. */
    boolean durable();

    /**
     * Ids that nothing in this journal has.
     *
     * @return the first of {@code count} successive ones
     */
    long newIds(int count);

    /** Writes a batch and all its transfers, or nothing. */
    void add(JournalBatch batch, List<JournalEntry> entries);

    /**
     * Writes where transfers stand now, all or none; what the journal does not know is left out.
     */
    void mark(List<JournalMark> marks);

    /** Writes what is left of a transfer, in place of what was written before. */
    void keep(long transfer, Kept kept);

    /** That is not there any more, if it is what was written last. */
    void freed(long transfer, String keptId);

    /** Forgets transfers, and batches that have none left. */
    void remove(Collection<Long> transfers);

    /** The batches of one connection, in the order of their ids. */
    List<JournalBatch> batches(String connection);

    /** The transfers of one batch, in the order of their ids. */
    List<JournalEntry> entries(long batch);

    /** Writes the upload of a job, in place of what was written of the same batch before. */
    void keep(JournalJob job);

    /** The upload of a job that a batch is. */
    Optional<JournalJob> job(long batch);

    /** The uploads of one job on all connections, the newest first. */
    List<JournalJob> jobs(String jobId);

    /** How many transfers have not come to an end, by connection; only those that have any. */
    SortedMap<String, Integer> open();

    @Override
    void close();
}
