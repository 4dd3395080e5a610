package org.outturn.pipeline;

import java.time.Instant;

/**
 * What lies at one place.
 *
 * @param outputs the number of outputs: jobs, documents, files
 * @param objects the number of objects that make them up, at least {@code outputs} less paired ones
 * @param bytes the sum of their sizes
 * @param newest when the newest object was modified
 */
public record PlaceCount(
        OutputPlace place, long outputs, long objects, long bytes, Instant newest) {}
