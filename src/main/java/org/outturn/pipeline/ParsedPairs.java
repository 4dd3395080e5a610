package org.outturn.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds the ZIP and the folder of one parsed document, whose times can differ by some seconds. Keys
 * come in the order of their times, so only the documents of the last minute have to be kept.
 */
final class ParsedPairs {
    /** A ZIP and a folder that are further apart belong to two runs over the same document. */
    static final long TOLERANCE_SECONDS = 60;

    /** More documents in a minute than this are not paired: memory stays bounded. */
    static final int MAX_KEPT = 1_024;

    private final Deque<Pair> recent = new ArrayDeque<>();

    /** Whether this is the first of a pair. */
    boolean isNew(ParsedDocument document, boolean zip) {
        while (!recent.isEmpty()
                && recent.peekFirst().document.epochSecond()
                        < document.epochSecond() - TOLERANCE_SECONDS) {
            recent.removeFirst();
        }
        Pair partner = null;
        for (Pair pair : recent) {
            if (pair.takes(document, zip)
                    && (partner == null || pair.distance(document) <= partner.distance(document))) {
                partner = pair;
            }
        }
        if (partner != null) {
            partner.add(zip);
            return false;
        }
        if (recent.size() == MAX_KEPT) {
            recent.removeFirst();
        }
        Pair pair = new Pair(document);
        pair.add(zip);
        recent.addLast(pair);
        return true;
    }

    private static final class Pair {
        private final ParsedDocument document;
        private boolean zip;
        private boolean folder;

        Pair(ParsedDocument document) {
            this.document = document;
        }

        void add(boolean isZip) {
            if (isZip) {
                zip = true;
            } else {
                folder = true;
            }
        }

        /** The same shape of the same second is seen again when other keys lay between. */
        boolean takes(ParsedDocument other, boolean isZip) {
            boolean free = isZip ? !zip : !folder;
            return distance(other) <= TOLERANCE_SECONDS
                    && document.document().equals(other.document())
                    && (free || document.epochSecond() == other.epochSecond());
        }

        long distance(ParsedDocument other) {
            return Math.abs(document.epochSecond() - other.epochSecond());
        }
    }
}
