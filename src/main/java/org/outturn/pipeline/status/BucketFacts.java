package org.outturn.pipeline.status;

import java.time.Instant;
import java.util.Map;

/**
 * What a bucket holds of one output.
 *
 * @param files objects that are part of it: placeholders of folders and what only tells of it, for
 *     instance the record of its upload, not counted
 * @param empty how many of them have no content
 * @param roles the roles that were seen: bit n stands for role n of the form
 * @param byValue the same for each value of {@link org.outturn.pipeline.layout.OutputForm#by()}
 * @param newest when the newest object was stored; {@link Instant#MIN} if there is none
 * @param openUploads unfinished uploads in parts of its files
 * @param openSince when the newest of them was begun
 */
public record BucketFacts(
        int files,
        int empty,
        long bytes,
        long roles,
        Map<String, Long> byValue,
        Instant newest,
        int openUploads,
        Instant openSince) {}
