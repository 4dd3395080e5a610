package org.outturn.transfer;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/**
 * An immutable list in chunks. The next list shares every chunk in which nothing has changed, so a
 * list of 20,000 transfers, of which some are running, is made by copying a few hundred references.
 */
final class SnapshotList extends AbstractList<TransferSnapshot> implements RandomAccess {
    static final int CHUNK = 256;
    static final SnapshotList EMPTY = new SnapshotList(new TransferSnapshot[0][], 0);

    private final TransferSnapshot[][] chunks;
    private final int size;

    /**
     * @param chunks given away by the caller; each full but the last
     */
    SnapshotList(TransferSnapshot[][] chunks, int size) {
        this.chunks = chunks;
        this.size = size;
    }

    @Override
    public TransferSnapshot get(int index) {
        Objects.checkIndex(index, size);
        return chunks[index / CHUNK][index % CHUNK];
    }

    @Override
    public int size() {
        return size;
    }

    /** These chunks in an array of another length; those that are new are {@code null}. */
    TransferSnapshot[][] chunks(int count) {
        return Arrays.copyOf(chunks, count);
    }

    /** The indexes at which this list has another instance than {@code older}, ascending. */
    IntStream differencesTo(SnapshotList older) {
        return IntStream.range(0, chunks.length)
                .filter(c -> c >= older.chunks.length || chunks[c] != older.chunks[c])
                .flatMap(c -> IntStream.range(c * CHUNK, Math.min(size, (c + 1) * CHUNK)))
                .filter(i -> i >= older.size || get(i) != older.get(i));
    }
}
