package org.outturn.pipeline;

import java.time.Instant;

/** The running count of one place. */
final class PlaceTally {
    private final OutputPlace place;
    private final ParsedPairs pairs = new ParsedPairs();
    private String last = "";
    private long outputs;
    private long objects;
    private long bytes;
    private Instant newest = Instant.MIN;

    PlaceTally(OutputPlace place) {
        this.place = place;
    }

    void add(String output, String key, long size, Instant modified) {
        objects++;
        bytes += size;
        if (modified.isAfter(newest)) {
            newest = modified;
        }
        // the ZIP and the folder of one document are one output in two shapes
        boolean zip =
                place.kind() == OutputKind.PARSED_DOCUMENTS
                        && ParsedDocument.isZip(key)
                        && key.indexOf('/', place.prefix().length()) < 0;
        String shape = zip ? output + ".zip" : output;
        if (!shape.equals(last)) {
            last = shape;
            if (isNew(output, zip)) {
                outputs++;
            }
        }
    }

    private boolean isNew(String output, boolean zip) {
        if (place.kind() != OutputKind.PARSED_DOCUMENTS) {
            return true;
        }
        return ParsedDocument.of(output).map(document -> pairs.isNew(document, zip)).orElse(true);
    }

    PlaceCount count() {
        return new PlaceCount(place, outputs, objects, bytes, newest);
    }
}
