package org.outturn.aws;

import java.util.BitSet;
import java.util.OptionalInt;

/**
 * Which ranges of an object somebody is fetching, and which are there. Safe for use by many
 * threads.
 */
final class RangeBoard {
    private final long size;
    private final int rangeBytes;
    private final BitSet taken;
    private final BitSet done;

    /**
     * @param size of the object in bytes
     * @param there ranges that need not be fetched
     */
    RangeBoard(long size, int rangeBytes, BitSet there) {
        this.size = size;
        this.rangeBytes = rangeBytes;
        this.taken = (BitSet) there.clone();
        this.done = (BitSet) there.clone();
    }

    long size() {
        return size;
    }

    int rangeBytes() {
        return rangeBytes;
    }

    int count() {
        return Math.toIntExact(Math.ceilDiv(size, rangeBytes));
    }

    /** The first byte of a range. */
    long start(int range) {
        return (long) range * rangeBytes;
    }

    /** The byte after its last. */
    long end(int range) {
        return Math.min(size, start(range) + rangeBytes);
    }

    /** Takes this very range; whether it was free. */
    synchronized boolean take(int range) {
        if (range >= count() || taken.get(range)) {
            return false;
        }
        taken.set(range);
        return true;
    }

    /** Takes the last free one; empty when there is none. */
    synchronized OptionalInt takeLast() {
        int range = taken.previousClearBit(count() - 1);
        if (range < 0) {
            return OptionalInt.empty();
        }
        taken.set(range);
        return OptionalInt.of(range);
    }

    /** Gives back what was taken and is not there. */
    synchronized void release(int range) {
        taken.clear(range);
    }

    synchronized void done(int range) {
        done.set(range);
    }

    /** The first range that is neither taken nor there; {@link #count()} when there is none. */
    synchronized int firstFree() {
        return taken.nextClearBit(0);
    }

    synchronized boolean isComplete() {
        return done.cardinality() == count();
    }

    /** A copy of what is there. */
    synchronized BitSet there() {
        return (BitSet) done.clone();
    }
}
