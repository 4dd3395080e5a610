package org.outturn.ui.browser;

import java.util.List;
import org.outturn.pipeline.OutputKind;
import org.outturn.pipeline.PlaceCount;
import org.outturn.storage.Prefix;

/** A line of the panel on the left. */
sealed interface PlaceNode {

    /** A heading; cannot be opened. */
    record Heading(String text) implements PlaceNode {}

    /** A remark; cannot be opened. */
    record Note(String text) implements PlaceNode {}

    /** All outputs, or those that are going soon; how many there are, or -1. */
    record View(OutputsChoice choice, long outputs) implements PlaceNode {}

    /** One kind of outputs. */
    record Kind(OutputKind kind, List<PlaceCount> places) implements PlaceNode {
        long outputs() {
            return places.stream().mapToLong(PlaceCount::outputs).sum();
        }

        long objects() {
            return places.stream().mapToLong(PlaceCount::objects).sum();
        }

        long bytes() {
            return places.stream().mapToLong(PlaceCount::bytes).sum();
        }
    }

    /** One of several places of a kind. */
    record Place(PlaceCount count) implements PlaceNode {}

    /** A folder of the bucket, or the bucket itself. */
    record Folder(Prefix prefix) implements PlaceNode {}
}
