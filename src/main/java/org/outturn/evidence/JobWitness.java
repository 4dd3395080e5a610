package org.outturn.evidence;

import java.util.Optional;
import org.outturn.catalog.OutputRow;
import org.outturn.pipeline.status.Testimony;
import org.outturn.pipeline.status.Witness;

/** Somebody who can say how the upload of a scraper job went. */
interface JobWitness {

    Witness witness();

    /**
     * Blocks.
     *
     * @param job a row of a scraper job
     * @return empty if this witness knows nothing of it
     * @throws org.outturn.failure.FailureException if the witness cannot be asked
     * @throws java.util.concurrent.CancellationException if asking was given up
     */
    Optional<Testimony> ask(OutputRow job);
}
