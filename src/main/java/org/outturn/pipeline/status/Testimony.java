package org.outturn.pipeline.status;

import java.time.Instant;

/**
 * What one witness says of an output.
 *
 * @param at when the witness was asked or, for a record, when it was written
 */
public record Testimony(Witness witness, OutputState state, Finding finding, Instant at) {}
