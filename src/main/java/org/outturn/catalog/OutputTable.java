package org.outturn.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.outturn.pipeline.OutputCounts;
import org.outturn.pipeline.layout.KeyForm;
import org.outturn.pipeline.layout.Recognised;
import org.outturn.pipeline.layout.Recogniser;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.UnfinishedUpload;

/** The outputs of a bucket as far as it was listed, with their files. Immutable. */
public final class OutputTable {
    private final Recogniser recogniser;
    private final ListingTable listing;
    private final List<OutputRow> rows;
    private final int[][] files;
    private final OutputCounts counts;
    private final List<UnfinishedUpload> uploads;
    private final Map<String, Integer> numbers = new HashMap<>();

    OutputTable(
            Recogniser recogniser,
            ListingTable listing,
            List<OutputRow> rows,
            int[][] files,
            OutputCounts counts,
            List<UnfinishedUpload> uploads) {
        this.recogniser = recogniser;
        this.listing = listing;
        this.rows = List.copyOf(rows);
        this.files = files;
        this.counts = counts;
        this.uploads = List.copyOf(uploads);
        for (int i = 0; i < this.rows.size(); i++) {
            numbers.put(this.rows.get(i).identity(), i);
        }
    }

    /** The outputs in the order in which they were first seen. */
    public List<OutputRow> rows() {
        return rows;
    }

    /** How many there are, by place. */
    public OutputCounts counts() {
        return counts;
    }

    /** The objects that the outputs were put together from, in the order of the listing. */
    public ListingTable listing() {
        return listing;
    }

    /** The uploads in parts that had not ended. */
    public List<UnfinishedUpload> uploads() {
        return uploads;
    }

    /** What the keys were read by. */
    public Recogniser recogniser() {
        return recogniser;
    }

    /** The bucket that was listed. */
    public String bucket() {
        return listing.prefix().bucket();
    }

    /** The number of an output; empty if there is none of this identity. */
    public Optional<Integer> find(String identity) {
        return Optional.ofNullable(numbers.get(identity));
    }

    /** The files of an output in the order of their keys, placeholders left out. */
    public List<OutputFile> files(int row) {
        OutputRow output = rows.get(row);
        var found = new ArrayList<OutputFile>(files[row].length);
        for (int file : files[row]) {
            ListingRow listed = listing.row(file);
            if (!listed.key().endsWith("/")) {
                found.add(new OutputFile(listed, name(listed.key(), output), role(listed.key())));
            }
        }
        return found;
    }

    /** The keys of an output, placeholders too: what a deletion of it takes. */
    public List<String> keys(int row) {
        return Arrays.stream(files[row]).mapToObj(listing::key).toList();
    }

    /** The objects of an output in the order of their keys, placeholders left out. */
    public List<ListingRow> listed(int row) {
        return Arrays.stream(files[row])
                .mapToObj(listing::row)
                .filter(file -> !file.key().endsWith("/"))
                .toList();
    }

    /** The first object of an output; empty if there is none yet. */
    public Optional<ListingRow> first(OutputRow row) {
        return find(row.identity())
                .filter(number -> files[number].length > 0)
                .map(number -> listing.row(files[number][0]));
    }

    /** The storage classes that an output's objects are in, in alphabetical order. */
    public SortedSet<String> storageClasses(OutputRow row) {
        var classes = new TreeSet<String>();
        find(row.identity())
                .ifPresent(number -> {
                    for (int file : files[number]) {
                        classes.add(listing.storageClass(file));
                    }
                });
        return classes;
    }

    /** The objects of an output, placeholders too, without their ETags. */
    public List<ObjectEntry> objects(int row) {
        return Arrays.stream(files[row]).mapToObj(listing::entry).toList();
    }

    /** The first objects in key order that belong to no output, placeholders left out. */
    public List<String> unread(int most) {
        var taken = new BitSet(listing.size());
        for (int[] rowsOfOne : files) {
            for (int file : rowsOfOne) {
                taken.set(file);
            }
        }
        var keys = new ArrayList<String>();
        for (int row = taken.nextClearBit(0);
                row < listing.size() && keys.size() < most;
                row = taken.nextClearBit(row + 1)) {
            String key = listing.key(row);
            if (!key.endsWith("/")) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static String name(String key, OutputRow output) {
        String folder = output.folder().orElse("");
        boolean below = !folder.isEmpty() && key.startsWith(folder);
        if (below) {
            return key.substring(folder.length());
        }
        return output.form().joined()
                ? key.substring(output.place().length())
                : key.substring(key.lastIndexOf('/') + 1);
    }

    private String role(String key) {
        Recognised found = recogniser.of(key);
        int role = found == null ? KeyForm.NONE : found.role();
        return found == null || role < 0 ? "" : found.output().roles().get(role).name();
    }
}
