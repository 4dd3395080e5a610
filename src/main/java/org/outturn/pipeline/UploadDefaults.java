package org.outturn.pipeline;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a system wants what is uploaded for it, as its own guide or its own client has it. What they
 * do not say is left open.
 *
 * @param producer which of the known producers it is; empty for a layout of the operator's own
 * @param name as the layout has it
 * @param multipartBytes files above this size go in parts
 * @param partBytes the size of the parts
 * @param partsAtOnce how many parts of a file go at once
 * @param timeout for one upload
 * @param retries after the first attempt
 * @param mostBytes the largest file that it takes
 * @param encrypted whether everything is stored with SSE-S3
 * @param tags tags that it asks for, apart from a date
 */
public record UploadDefaults(
        Optional<Producer> producer,
        String name,
        OptionalLong multipartBytes,
        OptionalLong partBytes,
        Optional<Integer> partsAtOnce,
        Optional<Duration> timeout,
        Optional<Integer> retries,
        OptionalLong mostBytes,
        boolean encrypted,
        Map<String, String> tags) {
    public UploadDefaults {
        tags = Map.copyOf(tags);
    }

    /** The same with other tags. */
    public UploadDefaults withTags(Map<String, String> others) {
        return new UploadDefaults(
                producer,
                name,
                multipartBytes,
                partBytes,
                partsAtOnce,
                timeout,
                retries,
                mostBytes,
                encrypted,
                others);
    }
}
