package org.outturn.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectEntry;

/**
 * The rows of one page, immutable. Only what each key adds to the listed prefix is kept, as UTF-8
 * in one array: a row takes its name's bytes and 24 more, where an object with strings takes about
 * 200.
 */
final class RowBlock {
    static final long FOLDER_SIZE = -1;

    private final byte[] tails;
    private final int[] ends;
    private final long[] sizes;
    private final long[] modified;
    private final String[] storageClasses;

    private RowBlock(int rows, byte[] tails) {
        this.tails = tails;
        this.ends = new int[rows];
        this.sizes = new long[rows];
        this.modified = new long[rows];
        this.storageClasses = new String[rows];
    }

    /**
     * Brings the objects and the common prefixes of a page into one order, that of the keys' bytes.
     *
     * @param base what every key begins with and no row keeps
     * @param intern gives one and the same string for equal storage classes
     * @throws IllegalStateException if a key does not begin with the base
     */
    static RowBlock of(ListingPage page, String base, UnaryOperator<String> intern) {
        List<ObjectEntry> objects = page.objects();
        byte[][] keys = new byte[objects.size()][];
        Arrays.setAll(keys, i -> tail(objects.get(i).key(), base));
        byte[][] folders = new byte[page.prefixes().size()][];
        Arrays.setAll(folders, i -> tail(page.prefixes().get(i), base));

        RowBlock block = new RowBlock(keys.length + folders.length, joined(keys, folders));
        int object = 0;
        int folder = 0;
        int end = 0;
        for (int row = 0; row < block.rows(); row++) {
            boolean isFolder =
                    object == keys.length
                            || folder < folders.length
                                    && Arrays.compareUnsigned(folders[folder], keys[object]) <= 0;
            byte[] tail = isFolder ? folders[folder++] : keys[object];
            System.arraycopy(tail, 0, block.tails, end, tail.length);
            end += tail.length;
            block.ends[row] = end;
            if (isFolder) {
                block.set(row, FOLDER_SIZE, ListingTable.NO_TIME, "");
            } else {
                ObjectEntry entry = objects.get(object++);
                block.set(
                        row,
                        entry.size(),
                        entry.modified().toEpochMilli(),
                        intern.apply(entry.storageClass()));
            }
        }
        return block;
    }

    private static byte[] tail(String key, String base) {
        if (!key.startsWith(base)) {
            throw new IllegalStateException("the server listed a key outside the prefix");
        }
        return key.substring(base.length()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[][] keys, byte[][] folders) {
        long length = 0;
        for (byte[] key : keys) {
            length += key.length;
        }
        for (byte[] folder : folders) {
            length += folder.length;
        }
        return new byte[Math.toIntExact(length)];
    }

    private void set(int row, long size, long millis, String storageClass) {
        sizes[row] = size;
        modified[row] = millis;
        storageClasses[row] = storageClass;
    }

    int rows() {
        return ends.length;
    }

    RowKind kind(int row) {
        if (sizes[row] == FOLDER_SIZE) {
            return RowKind.FOLDER;
        }
        return start(row) == ends[row] ? RowKind.PLACEHOLDER : RowKind.OBJECT;
    }

    /** What the row's key adds to the base; empty for a placeholder. */
    String tail(int row) {
        int start = start(row);
        return new String(tails, start, ends[row] - start, StandardCharsets.UTF_8);
    }

    /** The array that {@link #start} and {@link #end} point into; not to be changed. */
    byte[] tails() {
        return tails;
    }

    int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    int end(int row) {
        return ends[row];
    }

    long size(int row) {
        return sizes[row];
    }

    long modified(int row) {
        return modified[row];
    }

    String storageClass(int row) {
        return storageClasses[row];
    }
}
