package org.outturn.evidence;

import java.util.List;
import java.util.Optional;
import org.outturn.pipeline.status.Testimony;

/**
 * What was found out about one output.
 *
 * @param name what its metadata calls it; empty if they do not say or may not be read
 * @param expiration the {@code x-amz-expiration} header of its first object as sent
 * @param testimonies of the witnesses that were asked, the bucket's listing not among them
 */
public record Evidence(
        Optional<String> name, Optional<String> expiration, List<Testimony> testimonies) {
    /** Nothing was found out. */
    public static final Evidence NONE = new Evidence(Optional.empty(), Optional.empty(), List.of());

    public Evidence {
        testimonies = List.copyOf(testimonies);
    }
}
