package org.outturn.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * A bucket in memory, changed by its {@link SampleStore} alone and read by many at a time.
 *
 * <p>Objects and uploads have the same shape, by key in the order of S3, so that one walk lists
 * keys, versions and uploads.
 */
final class SampleBucket {
    final String name;

    /** The versions of each key, newest first, never none. */
    final NavigableMap<String, List<StoredObject>> objects =
            new ConcurrentSkipListMap<>(new Utf8Order());

    /** The multipart uploads of each key, oldest first, never none. */
    final NavigableMap<String, List<Upload>> uploads = new ConcurrentSkipListMap<>(new Utf8Order());

    private volatile Change.BucketState state;

    SampleBucket(String name, Change.BucketState state) {
        this.name = name;
        this.state = state;
    }

    Change.BucketState state() {
        return state;
    }

    void become(Change.BucketState next) {
        state = next;
    }

    @Nullable String document(BucketDocument kind) {
        return state.documents().get(kind);
    }

    List<StoredObject> versions(String key) {
        return objects.getOrDefault(key, List.of());
    }

    /** The newest version, which may be a delete marker. */
    @Nullable StoredObject newest(String key) {
        List<StoredObject> versions = versions(key);
        return versions.isEmpty() ? null : versions.getFirst();
    }

    /** The object that a GET without a version id answers. */
    @Nullable StoredObject live(String key) {
        StoredObject newest = newest(key);
        return newest == null || newest.isDeleteMarker() ? null : newest;
    }

    /** The version with this id; the newest when the id is null. */
    @Nullable StoredObject version(String key, @Nullable String versionId) {
        if (versionId == null) {
            return newest(key);
        }
        return versions(key).stream()
                .filter(version -> version.versionId().equals(versionId))
                .findFirst()
                .orElse(null);
    }

    List<Upload> uploads(String key) {
        return uploads.getOrDefault(key, List.of());
    }

    @Nullable Upload upload(String key, String id) {
        return uploads(key).stream()
                .filter(upload -> upload.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** A version made now of this content, or a delete marker. */
    StoredObject newVersion(
            String key, Instant modified, ObjectAttributes attributes, @Nullable StoredContent of) {
        boolean versioned = state.versioning() == Versioning.ENABLED;
        String id = versioned ? ContentFiles.newName() : "null";
        return new StoredObject(key, id, modified, attributes, of);
    }

    /** The versions of its key once this one is written. */
    List<StoredObject> with(StoredObject version) {
        var versions = new ArrayList<StoredObject>();
        versions.add(version);
        versions.addAll(without(version.key(), version.versionId()));
        return versions;
    }

    List<StoredObject> without(String key, String versionId) {
        return versions(key).stream()
                .filter(version -> !version.versionId().equals(versionId))
                .toList();
    }
}
