package org.outturn.tagging;

import java.time.Instant;
import org.outturn.storage.ObjectAddress;

/**
 * An object as a listing showed it: with another stamp it is another object, whose tags are others.
 *
 * @param stamp the ETag, or the time of the last change where there is none
 */
public record StampedAddress(ObjectAddress address, String stamp) {

    /**
     * @param etag may be empty
     */
    public static StampedAddress of(ObjectAddress address, String etag, Instant modified) {
        return new StampedAddress(address, etag.isEmpty() ? modified.toString() : etag);
    }
}
