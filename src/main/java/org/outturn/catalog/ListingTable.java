package org.outturn.catalog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.Prefix;

/**
 * The folders and objects right below one prefix, in the order of the listing. Rows are only ever
 * added at the end, by one thread; any number of threads may read meanwhile, and a row once there
 * stays as it is. Every method that takes a row throws {@link IndexOutOfBoundsException} if there
 * is none of that number.
 *
 * <p>Keys are Unicode text, as S3 has it: an unpaired surrogate is not kept.
 */
public final class ListingTable {
    /** What stands for the time of a folder. */
    public static final long NO_TIME = Long.MIN_VALUE;

    /** S3 has about ten storage classes; a server that invents more costs memory, no more. */
    private static final int MAX_INTERNED = 64;

    private final Prefix prefix;
    private final String base;
    private final Map<String, String> storageClasses = new HashMap<>();
    private volatile RowSnapshot rows = RowSnapshot.EMPTY;

    ListingTable(Prefix prefix) {
        this.prefix = prefix;
        // "a/b" lists a/b1 and a/b2: their names begin after the last slash
        this.base = prefix.value().substring(0, prefix.value().lastIndexOf('/') + 1);
    }

    /** Adds a page. Called by one thread. */
    void append(ListingPage page) {
        rows = rows.with(RowBlock.of(page, base, this::intern));
    }

    private String intern(String storageClass) {
        if (storageClasses.size() >= MAX_INTERNED) {
            return storageClasses.getOrDefault(storageClass, storageClass);
        }
        String known = storageClasses.putIfAbsent(storageClass, storageClass);
        return known == null ? storageClass : known;
    }

    RowSnapshot snapshot() {
        return rows;
    }

    /** What is listed. */
    public Prefix prefix() {
        return prefix;
    }

    /** How many rows there are by now: folders and objects. */
    public int size() {
        return rows.size();
    }

    /** How many of the rows are folders. */
    public int folders() {
        return rows.folders();
    }

    /** How many of the rows are objects, the placeholder included. */
    public int objects() {
        RowSnapshot now = rows;
        return now.size() - now.folders();
    }

    /** The sum of the objects' sizes; what lies in the folders is not known. */
    public long bytes() {
        return rows.bytes();
    }

    public RowKind kind(int row) {
        RowSnapshot now = rows;
        int block = now.blockOf(row);
        return now.blocks()[block].kind(row - now.starts()[block]);
    }

    /** The object's key, or the common prefix with its slash. */
    public String key(int row) {
        return base + tail(row);
    }

    /** What {@link ListingRow#name()} says. */
    public String name(int row) {
        String tail = tail(row);
        return tail.isEmpty() ? placeholderName() : tail;
    }

    /** In bytes; -1 for a folder. */
    public long size(int row) {
        RowSnapshot now = rows;
        int block = now.blockOf(row);
        return now.blocks()[block].size(row - now.starts()[block]);
    }

    /** Milliseconds since 1970 UTC by the server's clock; {@link #NO_TIME} for a folder. */
    public long modifiedMillis(int row) {
        RowSnapshot now = rows;
        int block = now.blockOf(row);
        return now.blocks()[block].modified(row - now.starts()[block]);
    }

    /** As the server names it; empty for a folder or when the server does not say. */
    public String storageClass(int row) {
        RowSnapshot now = rows;
        int block = now.blockOf(row);
        return now.blocks()[block].storageClass(row - now.starts()[block]);
    }

    /** The whole row. */
    public ListingRow row(int row) {
        RowSnapshot now = rows;
        int index = now.blockOf(row);
        RowBlock block = now.blocks()[index];
        int in = row - now.starts()[index];
        String tail = block.tail(in);
        return new ListingRow(
                block.kind(in),
                prefix.bucket(),
                base + tail,
                tail.isEmpty() ? placeholderName() : tail,
                block.size(in),
                block.modified(in),
                block.storageClass(in));
    }

    /** The object of a row, without its ETag; not to be asked of a folder. */
    public ObjectEntry entry(int row) {
        return new ObjectEntry(
                key(row),
                size(row),
                Instant.ofEpochMilli(modifiedMillis(row)),
                storageClass(row),
                "");
    }

    /**
     * The row of a key, looked for among all rows one after another: about 10 ms for a million.
     *
     * @param key the object's key, or the common prefix with its slash
     * @return empty if it is not there, or not yet
     */
    public OptionalInt find(String key, RowKind kind) {
        if (!key.startsWith(base)) {
            return OptionalInt.empty();
        }
        byte[] tail = key.substring(base.length()).getBytes(StandardCharsets.UTF_8);
        RowSnapshot now = rows;
        for (int index = 0; index < now.blockCount(); index++) {
            RowBlock block = now.blocks()[index];
            for (int row = 0; row < block.rows(); row++) {
                if (Arrays.equals(
                                block.tails(),
                                block.start(row),
                                block.end(row),
                                tail,
                                0,
                                tail.length)
                        && block.kind(row) == kind) {
                    return OptionalInt.of(now.starts()[index] + row);
                }
            }
        }
        return OptionalInt.empty();
    }

    String placeholderName() {
        return prefix.name() + "/";
    }

    private String tail(int row) {
        RowSnapshot now = rows;
        int block = now.blockOf(row);
        return now.blocks()[block].tail(row - now.starts()[block]);
    }
}
