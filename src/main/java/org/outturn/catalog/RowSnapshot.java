package org.outturn.catalog;

import java.util.Arrays;

/**
 * The rows that a table had at one moment, and its totals. Immutable: the arrays may hold more
 * behind {@code blockCount}, which belongs to later snapshots.
 *
 * @param starts the first row of each block
 * @param bytes the sum of the objects' sizes
 */
record RowSnapshot(
        RowBlock[] blocks, int[] starts, int blockCount, int size, int folders, long bytes) {
    static final RowSnapshot EMPTY = new RowSnapshot(new RowBlock[4], new int[4], 0, 0, 0, 0);

    /** With one more block. Only the newest snapshot may be added to, and by one thread. */
    RowSnapshot with(RowBlock block) {
        if (block.rows() == 0) {
            return this;
        }
        boolean full = blockCount == blocks.length || blockCount == 0;
        int capacity = blockCount == 0 ? 4 : blockCount * 2;
        RowBlock[] newBlocks = full ? Arrays.copyOf(blocks, capacity) : blocks;
        int[] newStarts = full ? Arrays.copyOf(starts, capacity) : starts;
        newBlocks[blockCount] = block;
        newStarts[blockCount] = size;
        int newFolders = folders;
        long newBytes = bytes;
        for (int row = 0; row < block.rows(); row++) {
            if (block.size(row) == RowBlock.FOLDER_SIZE) {
                newFolders++;
            } else {
                newBytes += block.size(row);
            }
        }
        return new RowSnapshot(
                newBlocks,
                newStarts,
                blockCount + 1,
                Math.addExact(size, block.rows()),
                newFolders,
                newBytes);
    }

    /**
     * The index of the block that holds a row.
     *
     * @throws IndexOutOfBoundsException if there is no such row
     */
    int blockOf(int row) {
        if (row < 0 || row >= size) {
            throw new IndexOutOfBoundsException("row " + row + " of " + size);
        }
        int found = Arrays.binarySearch(starts, 0, blockCount, row);
        return found >= 0 ? found : -found - 2;
    }
}
