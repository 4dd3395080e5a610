package org.outturn.storage;

import java.time.Instant;

/**
 * One version of an object, as ListObjectVersions tells of it.
 *
 * @param id {@code null} in words for what was stored while no versions were kept
 * @param latest whether it is the one that is read, or the marker that says that there is none
 * @param deleteMarker whether it only says that the object was deleted
 * @param size in bytes; 0 for a delete marker
 * @param modified when it was stored, by the server's clock
 * @param storageClass as the server names it; empty if it says nothing
 */
public record ObjectVersion(
        String id,
        boolean latest,
        boolean deleteMarker,
        long size,
        Instant modified,
        String storageClass) {}
