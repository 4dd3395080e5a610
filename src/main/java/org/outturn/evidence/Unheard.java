package org.outturn.evidence;

import java.time.Instant;
import org.outturn.failure.Failure;
import org.outturn.pipeline.status.Witness;

/**
 * A witness that could not be asked.
 *
 * @param failure why
 * @param again when it is worth asking again
 */
public record Unheard(Witness witness, Failure failure, Instant again) {}
