package org.outturn.layouts;

import java.util.List;
import org.outturn.failure.Failure;
import org.outturn.pipeline.layout.LayoutException;
import org.outturn.pipeline.layout.LayoutProblem;
import org.outturn.pipeline.layout.LayoutReader;
import org.outturn.pipeline.layout.PipelineLayout;

/**
 * A file that holds layouts, or should. Immutable.
 *
 * @param place the file's path, or the {@code s3://} address of the object
 * @param reading what became of it
 */
public record LayoutFile(Origin origin, String place, Reading reading) {

    /** Where layouts come from, in the order in which they count. */
    public enum Origin {
        /** The folder of the operator's settings. */
        OWN,
        /** The open bucket. */
        BUCKET,
        /** The program. */
        SHIPPED
    }

    /** What became of reading a file. */
    public sealed interface Reading {

        /** It was read, and what it says counts. */
        record Good(List<PipelineLayout> layouts) implements Reading {
            public Good {
                layouts = List.copyOf(layouts);
            }
        }

        /** It is no layout file, or says what cannot count. */
        record Broken(LayoutProblem problem) implements Reading {}

        /** It could not be fetched. */
        record Failed(Failure failure) implements Reading {}
    }

    static LayoutFile read(Origin origin, String place, byte[] content) {
        try {
            return new LayoutFile(origin, place, new Reading.Good(LayoutReader.read(content)));
        } catch (LayoutException e) {
            return new LayoutFile(origin, place, new Reading.Broken(e.problem()));
        }
    }

    static LayoutFile broken(Origin origin, String place, String what) {
        return new LayoutFile(origin, place, new Reading.Broken(new LayoutProblem("", what)));
    }

    /** What counts of it; nothing of a file that could not be read. */
    public List<PipelineLayout> layouts() {
        return reading instanceof Reading.Good(List<PipelineLayout> good) ? good : List.of();
    }

    /**
     * Whether the operator is to hear of it without asking. That a bucket's file may not be read is
     * as normal as that there is none.
     */
    public boolean isTrouble() {
        return switch (reading) {
            case Reading.Good(_) -> false;
            case Reading.Broken(_) -> true;
            case Reading.Failed(_) -> origin == Origin.OWN;
        };
    }
}
