package org.outturn.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.outturn.sample.StoredContent.Piece;

/** What a store holds, in memory: the sum of its changes. Counts the uses of content files. */
final class StoreContents {
    final NavigableMap<String, SampleBucket> buckets = new ConcurrentSkipListMap<>();
    private final ContentFiles files;

    StoreContents(ContentFiles files) {
        this.files = files;
    }

    SampleBucket bucket(String name) {
        SampleBucket bucket = buckets.get(name);
        if (bucket == null) {
            throw new IllegalArgumentException("no such bucket: " + name);
        }
        return bucket;
    }

    void apply(Change change) throws IOException {
        switch (change) {
            case Change.OfBucket(var name, var state) when state == null -> {
                SampleBucket gone = buckets.remove(name);
                if (gone != null) {
                    files.release(pieces(gone));
                }
            }
            case Change.OfBucket(var name, var state) ->
                    buckets.computeIfAbsent(name, _ -> new SampleBucket(name, state)).become(state);
            case Change.OfObject(var name, var key, var versions) -> {
                files.retain(pieces(versions));
                var old = put(bucket(name).objects, key, versions);
                files.release(pieces(old));
            }
            case Change.OfUpload(var name, var upload) -> {
                var uploads = new ArrayList<>(bucket(name).uploads(upload.key()));
                uploads.add(upload);
                put(bucket(name).uploads, upload.key(), uploads);
            }
            case Change.OfPart(var name, var key, var id, var part) -> {
                Upload upload = bucket(name).upload(key, id);
                if (upload != null) {
                    files.retain(part.content().pieces());
                    Upload.Part old = upload.parts().put(part.number(), part);
                    files.release(old == null ? List.of() : old.content().pieces());
                }
            }
            case Change.OfUploadEnd(var name, var key, var id) -> {
                var uploads = new ArrayList<>(bucket(name).uploads(key));
                Upload ended = bucket(name).upload(key, id);
                if (ended != null && uploads.remove(ended)) {
                    put(bucket(name).uploads, key, uploads);
                    files.release(partPieces(ended));
                }
            }
        }
    }

    /** The shortest row of changes that leads to these contents. */
    Stream<Change> asChanges() {
        return buckets.values().stream().flatMap(StoreContents::asChanges);
    }

    private static Stream<Change> asChanges(SampleBucket bucket) {
        var changes = new ArrayList<Change>();
        changes.add(new Change.OfBucket(bucket.name, bucket.state()));
        bucket.objects.forEach(
                (key, versions) -> changes.add(new Change.OfObject(bucket.name, key, versions)));
        for (List<Upload> uploads : bucket.uploads.values()) {
            for (Upload upload : uploads) {
                changes.add(new Change.OfUpload(bucket.name, upload));
                for (Upload.Part part : upload.parts().values()) {
                    changes.add(new Change.OfPart(bucket.name, upload.key(), upload.id(), part));
                }
            }
        }
        return changes.stream();
    }

    private static <T> List<T> put(NavigableMap<String, List<T>> map, String key, List<T> list) {
        List<T> old = list.isEmpty() ? map.remove(key) : map.put(key, List.copyOf(list));
        return old == null ? List.of() : old;
    }

    private static List<Piece> pieces(List<StoredObject> versions) {
        return versions.stream()
                .filter(version -> !version.isDeleteMarker())
                .flatMap(version -> version.bytes().pieces().stream())
                .toList();
    }

    private static List<Piece> partPieces(Upload upload) {
        return upload.parts().values().stream()
                .flatMap(part -> part.content().pieces().stream())
                .toList();
    }

    private static List<Piece> pieces(SampleBucket bucket) {
        var all = new ArrayList<Piece>();
        bucket.objects.values().forEach(versions -> all.addAll(pieces(versions)));
        bucket.uploads.values().forEach(list -> list.forEach(u -> all.addAll(partPieces(u))));
        return all;
    }
}
