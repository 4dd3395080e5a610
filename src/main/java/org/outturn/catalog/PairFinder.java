package org.outturn.catalog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ZIP and the folder of one document, whose times can differ by some seconds. Keys come
 * in the order of their times, so only the documents of the last minute have to be kept.
 */
final class PairFinder {
    /** More documents in a minute than this are not paired: memory stays bounded. */
    static final int MAX_KEPT = 1_024;

    private final Map<String, Deque<Pair>> recent = new HashMap<>();

    /**
     * The output that a shape belongs to if its other shape is there already; null if it is the
     * first. To be asked once for each ZIP and each folder.
     *
     * @param place and form; documents are paired within one only
     * @param seconds Unix time, by the key
     * @param tolerance in seconds
     */
    @Nullable OutputBuilder partner(
            String place, String document, long seconds, boolean zip, int tolerance) {
        Deque<Pair> near = recent.computeIfAbsent(place, _ -> new ArrayDeque<>());
        while (!near.isEmpty() && near.peekFirst().seconds < seconds - tolerance) {
            near.removeFirst();
        }
        Pair partner = null;
        for (Pair pair : near) {
            if (pair.takes(document, seconds, zip, tolerance)
                    && (partner == null || pair.distance(seconds) <= partner.distance(seconds))) {
                partner = pair;
            }
        }
        if (partner != null) {
            partner.add(zip);
            return partner.output;
        }
        return null;
    }

    /** Remembers a shape that had no partner. */
    void remember(String place, String document, long seconds, boolean zip, OutputBuilder output) {
        Deque<Pair> near = recent.computeIfAbsent(place, _ -> new ArrayDeque<>());
        if (near.size() == MAX_KEPT) {
            near.removeFirst();
        }
        var pair = new Pair(document, seconds, output);
        pair.add(zip);
        near.addLast(pair);
    }

    private static final class Pair {
        private final String document;
        private final long seconds;
        private final OutputBuilder output;
        private boolean zip;
        private boolean folder;

        Pair(String document, long seconds, OutputBuilder output) {
            this.document = document;
            this.seconds = seconds;
            this.output = output;
        }

        void add(boolean isZip) {
            zip |= isZip;
            folder |= !isZip;
        }

        boolean takes(String other, long at, boolean isZip, int tolerance) {
            boolean free = isZip ? !zip : !folder;
            return free && distance(at) <= tolerance && document.equals(other);
        }

        long distance(long at) {
            return Math.abs(seconds - at);
        }
    }
}
