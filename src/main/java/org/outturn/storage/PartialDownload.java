package org.outturn.storage;

import java.nio.file.Path;
import java.util.BitSet;

/**
 * What an unfinished download has left on the disk, so that a later one can go on from there.
 *
 * @param file the temporary file, beside the one to be made; as long as the object, but only the
 *     ranges in {@code done} are filled
 * @param etag of the object that the ranges are of, without quotes; another one voids them
 * @param size of the object in bytes
 * @param rangeBytes the size of a range, but for the last one; 1 or more
 * @param done the ranges that are on the disk, counted from 0
 */
public record PartialDownload(Path file, String etag, long size, int rangeBytes, BitSet done) {
    public PartialDownload {
        done = (BitSet) done.clone();
        if (size < 0 || rangeBytes < 1) {
            throw new IllegalArgumentException("no such sizes");
        }
    }

    @Override
    public BitSet done() {
        return (BitSet) done.clone();
    }

    /** How many bytes need not be asked for again. */
    public long doneBytes() {
        return done.stream()
                .mapToLong(range -> Math.min(rangeBytes, size - (long) range * rangeBytes))
                .sum();
    }
}
