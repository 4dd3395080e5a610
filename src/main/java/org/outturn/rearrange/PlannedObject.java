package org.outturn.rearrange;

import java.util.Optional;
import org.outturn.storage.ObjectAddress;

/**
 * One line of a plan.
 *
 * @param source the object; a folder that cannot go as a whole stands here as a key that ends in a
 *     slash
 * @param size in bytes, as listed
 * @param etag as listed; empty when it is not known
 * @param storageClass as listed; empty when it is not known
 * @param name the key as seen from the place that was looked at
 * @param target where it goes; empty when it is deleted, or can go nowhere
 * @param replace whether an object that is at the target may be replaced
 */
public record PlannedObject(
        ObjectAddress source,
        long size,
        String etag,
        String storageClass,
        String name,
        Optional<ObjectAddress> target,
        boolean replace,
        RearrangeAction action,
        RearrangeReason reason) {}
