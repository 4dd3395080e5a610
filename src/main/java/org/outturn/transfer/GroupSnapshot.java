package org.outturn.transfer;

/**
 * The sums over the files of one dropped or chosen folder at one moment. A group that has not
 * changed keeps the same instance from one {@link QueueSnapshot} to the next.
 *
 * @param batch the plan it came with
 * @param group its name, as in {@link TransferSnapshot#group()}; never empty
 * @param totalBytes of all its files, in whatever state
 * @param bytesDone of its files that are done, running or paused, as far as they have come
 * @param bytesPlanned of its files that are done, running, paused or waiting; at least {@code
 *     bytesDone}
 * @param bytesPerSecond smoothed, all its files together; 0 when nothing of it runs or waits
 */
public record GroupSnapshot(
        BatchId batch,
        String group,
        Direction direction,
        TransferCounts counts,
        long totalBytes,
        long bytesDone,
        long bytesPlanned,
        double bytesPerSecond) {

    /** 0 to 1: by bytes, or by files where there are no bytes; 1 when there is nothing to do. */
    public double progress() {
        if (bytesPlanned > 0) {
            return (double) bytesDone / bytesPlanned;
        }
        int files = counts.open() + counts.done();
        return files == 0 ? 1 : (double) counts.done() / files;
    }
}
