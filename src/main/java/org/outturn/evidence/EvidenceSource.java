package org.outturn.evidence;

import org.outturn.catalog.OutputRow;

/** Finds out about one output. Blocks. */
@FunctionalInterface
public interface EvidenceSource {

    /** What there is to know; {@link Evidence#NONE} where nothing may be read. Throws nothing. */
    Evidence look(OutputRow row);
}
