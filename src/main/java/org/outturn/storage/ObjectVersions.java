package org.outturn.storage;

import java.util.List;

/**
 * Versions of one object.
 *
 * @param versions the newest first
 * @param more whether there are more that were not asked for
 */
public record ObjectVersions(List<ObjectVersion> versions, boolean more) {
    public ObjectVersions {
        versions = List.copyOf(versions);
    }
}
