package org.outturn.lifecycle;

import java.time.Instant;
import java.util.Optional;
import org.outturn.storage.BucketVersioning;
import org.outturn.storage.ObjectDetails;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.ObjectTags;

/**
 * What lifecycle rules look at in one version of an object.
 *
 * @param size in bytes; 0 for a delete marker
 * @param modified when it was stored, by the server's clock
 * @param storageClass as the server names it; empty or {@code STANDARD} where it says nothing
 * @param tags empty when they are not known, which is not the same as having none
 */
public record ObjectFacts(
        String key,
        long size,
        Instant modified,
        String storageClass,
        Optional<ObjectTags> tags,
        Version version) {
    private static final String VERSION_ID = "x-amz-version-id";

    /** Which version of the object it is. */
    public sealed interface Version {}

    /** The only one: the bucket keeps no versions. */
    public record Unversioned() implements Version {}

    /** The one that is read, in a bucket that keeps versions or has kept them. */
    public record Current() implements Version {}

    /**
     * An older one.
     *
     * @param since when the next newer version was made
     * @param newer how many noncurrent versions are newer than this one, 0 or more
     */
    public record Noncurrent(Instant since, int newer) implements Version {}

    /** A delete marker below which no version is left. */
    public record LoneMarker() implements Version {}

    /** The same as another version. */
    public ObjectFacts as(Version other) {
        return new ObjectFacts(key, size, modified, storageClass, tags, other);
    }

    /** As a listing tells, which knows no tags. */
    public static ObjectFacts of(ObjectEntry entry, boolean versioned) {
        return new ObjectFacts(
                entry.key(),
                entry.size(),
                entry.modified(),
                entry.storageClass(),
                Optional.empty(),
                versioned ? new Current() : new Unversioned());
    }

    /**
     * As HeadObject tells. Buckets that never kept versions send no version id. Where versions are
     * not kept any more, the marker that hides a version without an id takes its place (S3 User
     * Guide, "Lifecycle configuration elements").
     *
     * @param tags if they have been asked for
     * @param versioning if that has been asked for
     */
    public static ObjectFacts of(
            ObjectDetails details,
            Optional<ObjectTags> tags,
            Optional<BucketVersioning> versioning) {
        String id = details.headers().get(VERSION_ID);
        boolean replaced =
                "null".equals(id) && versioning.equals(Optional.of(BucketVersioning.SUSPENDED));
        return new ObjectFacts(
                details.address().key(),
                details.size(),
                details.modified(),
                details.storageClass(),
                tags,
                id == null || replaced ? new Unversioned() : new Current());
    }
}
