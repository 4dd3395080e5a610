package org.outturn.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Buckets and objects in a folder, for one process at a time: an index that is read when the store
 * opens and appended to at each change, and files with the bytes. What was put is there again after
 * a restart, also after the process was killed.
 *
 * <p>Changes are made one at a time, under the store's monitor; they write a line of the index and
 * never wait for a client. Safe for use by many threads.
 */
public final class SampleStore implements AutoCloseable {
    private final ContentFiles files;
    private final StoreContents contents;
    private final FileChannel lock;
    private final IndexLog log;
    private long replayed;

    private SampleStore(Path folder) throws IOException {
        Files.createDirectories(folder);
        this.files = new ContentFiles(folder.resolve("content"));
        this.contents = new StoreContents(files);
        this.lock = lock(folder.resolve("lock"));
        try {
            Path index = folder.resolve("index.log");
            IndexLog.open(index, this::replay).close();
            List<Change> live = contents.asChanges().toList();
            if (replayed > 2L * live.size() + 1000) {
                IndexLog.rewrite(index, live.stream());
            }
            files.removeUnused();
            this.log = IndexLog.open(index, _ -> {});
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Opens the store in a folder, which it creates when absent and has for itself.
     *
     * @throws IOException when the folder cannot be written, its index cannot be read, or another
     *     store has it open
     */
    public static SampleStore open(Path folder) throws IOException {
        return new SampleStore(folder);
    }

    public boolean hasBucket(String bucket) {
        return bucket(bucket) != null;
    }

    /** Creates a bucket; one that is there already stays as it is. */
    public synchronized void createBucket(String bucket) throws IOException {
        if (!hasBucket(bucket)) {
            var state = new Change.BucketState(Instant.now(), Versioning.OFF, Map.of());
            change(new Change.OfBucket(bucket, state));
        }
    }

    /** Sets what a bucket does with older versions from now on. */
    public synchronized void setVersioning(String bucket, Versioning versioning)
            throws IOException {
        Change.BucketState was = existing(bucket).state();
        change(
                new Change.OfBucket(
                        bucket,
                        new Change.BucketState(was.created(), versioning, was.documents())));
    }

    /** Sets a document of a bucket; null removes it. The text is kept as it is. */
    public synchronized void setDocument(
            String bucket, BucketDocument kind, @Nullable String document) throws IOException {
        Change.BucketState was = existing(bucket).state();
        var documents = new EnumMap<BucketDocument, String>(BucketDocument.class);
        documents.putAll(was.documents());
        if (document == null) {
            documents.remove(kind);
        } else {
            documents.put(kind, document);
        }
        change(
                new Change.OfBucket(
                        bucket,
                        new Change.BucketState(was.created(), was.versioning(), documents)));
    }

    /** Writes bytes into the folder, for any number of objects to be made of them. */
    public StoredContent content(byte[] bytes) throws IOException {
        return files.write(new ByteArrayInputStream(bytes));
    }

    /** The same for many at once, which then lie in one file. */
    public List<StoredContent> contents(List<byte[]> all) throws IOException {
        return files.write(all);
    }

    /** Copies a file into the folder, for any number of objects to be made of it. */
    public StoredContent content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return files.write(in);
        }
    }

    /**
     * Puts an object without HTTP. Costs one short append to the index.
     *
     * @param content of this store; its file goes with the last object made of it
     * @param modified when the object says it was written
     * @throws IllegalArgumentException when there is no such bucket
     */
    public synchronized void put(
            String bucket,
            String key,
            StoredContent content,
            ObjectAttributes attributes,
            Instant modified)
            throws IOException {
        SampleBucket to = existing(bucket);
        StoredObject version = to.newVersion(key, modified, attributes, content);
        change(new Change.OfObject(bucket, key, to.with(version)));
    }

    /** Keys of a bucket that a listing would show. */
    public long objectCount(String bucket) {
        return existing(bucket).objects.values().stream()
                .filter(versions -> !versions.getFirst().isDeleteMarker())
                .count();
    }

    @Override
    public synchronized void close() throws IOException {
        try (lock) {
            log.close();
        }
    }

    ContentFiles files() {
        return files;
    }

    Collection<SampleBucket> buckets() {
        return contents.buckets.values();
    }

    @Nullable SampleBucket bucket(String name) {
        return contents.buckets.get(name);
    }

    /** Makes a change last, then seen. */
    void change(Change change) throws IOException {
        change(List.of(change));
    }

    /** Makes many changes at once, none of them of the same thing: one write for all. */
    synchronized void change(List<? extends Change> changes) throws IOException {
        log.append(changes);
        for (Change change : changes) {
            contents.apply(change);
        }
    }

    private SampleBucket existing(String name) {
        return contents.bucket(name);
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // this very process has it open: the same answer
        }
        channel.close();
        throw new IOException("the sample folder is in use by another running program");
    }

    private void replay(Change change) {
        replayed++;
        try {
            contents.apply(change);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
