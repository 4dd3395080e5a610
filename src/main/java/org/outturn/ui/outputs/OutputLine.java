package org.outturn.ui.outputs;

import org.outturn.catalog.OutputFile;
import org.outturn.catalog.OutputRow;

/** A line of the table: an output, or a file of one that is open. */
public sealed interface OutputLine {

    /** The output that it is, or is of. */
    OutputRow row();

    /**
     * An output.
     *
     * @param number its number in the table of outputs
     * @param open whether its files follow
     */
    record OfOutput(OutputRow row, int number, boolean open) implements OutputLine {}

    /** A file of an open output. */
    record OfFile(OutputRow row, OutputFile file) implements OutputLine {}

    /** What tells it from other lines, the same in every listing. */
    default String key() {
        return switch (this) {
            case OfOutput output -> output.row.identity();
            case OfFile file -> file.row.identity() + "\n" + file.file.row().key();
        };
    }
}
