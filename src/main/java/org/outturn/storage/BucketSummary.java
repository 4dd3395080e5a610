package org.outturn.storage;

import java.time.Instant;
import java.util.Optional;

/**
 * A bucket as ListBuckets gives it.
 *
 * @param created when, if the server says so
 * @param region where, if the server says so
 */
public record BucketSummary(String name, Optional<Instant> created, Optional<String> region) {}
