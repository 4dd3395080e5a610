package org.outturn.storage;

import java.time.Instant;

/**
 * One object as a listing gives it.
 *
 * @param key the object's key
 * @param size in bytes
 * @param modified when it was stored, to the millisecond at best, by the server's clock
 * @param storageClass as the server names it, for instance {@code STANDARD}; empty when it does not
 *     say
 * @param etag without quotes; not an MD5 when the object was uploaded in parts; empty when the
 *     server does not say
 */
public record ObjectEntry(
        String key, long size, Instant modified, String storageClass, String etag) {}
