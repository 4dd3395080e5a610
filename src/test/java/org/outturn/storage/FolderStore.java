package org.outturn.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;

/**
 * An object store of one bucket in a folder: any key, real bytes, real progress, and as slow or as
 * broken as a test wants it to be.
 */
public final class FolderStore extends OneBucketStore {
    public static final String BUCKET = "outputs";

    private static final int PAGE = 1000;
    private static final Comparator<String> BY_BYTES =
            (a, b) ->
                    Arrays.compareUnsigned(
                            a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private final Path folder;
    private final NavigableMap<String, Stored> objects = new ConcurrentSkipListMap<>(BY_BYTES);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostRunning = new AtomicInteger();
    private final AtomicInteger listings = new AtomicInteger();
    private final AtomicLong listed = new AtomicLong();
    private final AtomicInteger deleteRequests = new AtomicInteger();
    private volatile Map<String, Failure> undeletable = Map.of();
    private volatile Disturbance disturbance = (operation, address, cancellation) -> {};

    public FolderStore(Path folder) {
        super(BUCKET);
        this.folder = folder;
    }

    /** Runs before each call: may wait, or throw what the call then throws. */
    @FunctionalInterface
    public interface Disturbance {
        void before(String operation, ObjectAddress address, Cancellation cancellation);
    }

    /** From now on these keys, and no others, cannot be deleted. */
    public void failDeletes(Map<String, Failure> why) {
        undeletable = Map.copyOf(why);
    }

    /** How often objects were deleted many at a time. */
    public int deleteRequests() {
        return deleteRequests.get();
    }

    /** Takes an object away, as somebody else would. */
    public void remove(String key) {
        objects.remove(key);
    }

    public void disturb(Disturbance other) {
        disturbance = other;
    }

    /** How many uploads and downloads ran at the same time at most. */
    public int mostRunning() {
        return mostRunning.get();
    }

    public int listings() {
        return listings.get();
    }

    /** How many objects have been listed. */
    public long listed() {
        return listed.get();
    }

    public List<String> keys() {
        return List.copyOf(objects.keySet());
    }

    public String text(String key) {
        return new String(bytes(key), StandardCharsets.UTF_8);
    }

    public byte[] bytes(String key) {
        try {
            return Files.readAllBytes(objects.get(key).file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String contentType(String key) {
        return objects.get(key).type();
    }

    public ObjectEntry entry(String key) {
        Stored stored = objects.get(key);
        return new ObjectEntry(key, stored.size(), stored.modified(), "STANDARD", stored.etag());
    }

    public void putText(String key, String text) {
        put(
                new ObjectAddress(BUCKET, key),
                text.getBytes(StandardCharsets.UTF_8),
                "text/plain",
                Map.of());
    }

    /** Like {@link #putText}, but with the ETag of an upload in one part and a time of its own. */
    public void putInParts(String key, String text, Instant modified) {
        EtagDigest digest = new EtagDigest(Math.max(1, text.length()));
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        digest.update(content, 0, content.length);
        putText(key, text);
        objects.computeIfPresent(key, (_, stored) -> stored.with(digest.etag(), modified));
    }

    /** Like {@link #putText}, but with an ETag that tells nothing of the content. */
    public void putOpaque(String key, String text, Instant modified, Map<String, String> metadata) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        put(new ObjectAddress(BUCKET, key), content, "text/plain", metadata);
        objects.computeIfPresent(key, (_, stored) -> stored.with("version-7", modified));
    }

    public StoreOptions options(String key) {
        return objects.get(key).options();
    }

    public Map<String, String> metadata(String key) {
        return objects.get(key).metadata();
    }

    @Override
    public void upload(
            UploadRequest request, ProgressListener progress, Cancellation cancellation) {
        ObjectAddress target = request.target();
        enter();
        try {
            disturbance.before("PutObject", target, cancellation);
            checkAbsent(request);
            Path copy = newFile();
            Stored.copy(request.file(), copy, progress, cancellation);
            checkAbsent(request);
            objects.put(
                    target.key(),
                    Stored.now(copy, request.contentType(), request.metadata(), request.options()));
        } catch (IOException e) {
            throw new FailureException(
                    new Failure.LocalFile(
                            request.file().toString(), attempt("PutObject", target), text(e)));
        } finally {
            running.decrementAndGet();
        }
    }

    @Override
    public void copy(CopyRequest request, ProgressListener progress, Cancellation cancellation) {
        ObjectAddress target = request.target();
        disturbance.before("CopyObject", target, cancellation);
        Stored stored = stored("CopyObject", request.source());
        if (!request.etag().isEmpty() && !request.etag().equals(stored.etag())
                || request.onlyIfAbsent() && objects.containsKey(target.key())) {
            throw new FailureException(
                    new Failure.Conflict(
                            attempt("CopyObject", target),
                            new Technical(412, "PreconditionFailed", "", "")));
        }
        objects.put(target.key(), stored);
        progress.transferred(stored.size(), stored.size());
    }

    @Override
    public void download(
            DownloadRequest request, ProgressListener progress, Cancellation cancellation) {
        ObjectAddress source = request.source();
        enter();
        try {
            disturbance.before("GetObject", source, cancellation);
            Path temporary = Files.createTempFile(request.file().getParent(), ".", ".part");
            try {
                Stored.copy(stored("GetObject", source).file(), temporary, progress, cancellation);
                if (request.replace()) {
                    Files.move(temporary, request.file(), StandardCopyOption.REPLACE_EXISTING);
                } else {
                    Files.createLink(request.file(), temporary);
                }
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (FileAlreadyExistsException e) {
            throw new FailureException(new Failure.Conflict(attempt("GetObject", source), text(e)));
        } catch (IOException e) {
            throw new FailureException(
                    new Failure.LocalFile(
                            request.file().toString(), attempt("GetObject", source), text(e)));
        } finally {
            running.decrementAndGet();
        }
    }

    @Override
    public void list(
            Prefix prefix,
            String delimiter,
            String startAfter,
            Cancellation cancellation,
            Consumer<ListingPage> sink) {
        listings.incrementAndGet();
        // a prefix may be empty, an address may not
        ObjectAddress place = new ObjectAddress(prefix.bucket(), prefix.value() + "*");
        disturbance.before("ListObjectsV2", place, cancellation);
        List<ObjectEntry> found = new ArrayList<>();
        TreeSet<String> prefixes = new TreeSet<>();
        for (String key : objects.keySet()) {
            if (!key.startsWith(prefix.value()) || BY_BYTES.compare(key, startAfter) <= 0) {
                continue;
            }
            int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.value().length());
            if (end >= 0) {
                prefixes.add(key.substring(0, end + delimiter.length()));
            } else {
                found.add(entry(key));
            }
        }
        int from = 0;
        do {
            cancellation.check();
            int to = Math.min(found.size(), from + PAGE);
            listed.addAndGet(to - from);
            sink.accept(
                    new ListingPage(
                            found.subList(from, to),
                            from == 0 ? List.copyOf(prefixes) : List.of(),
                            to == found.size()));
            from = to;
        } while (from < found.size());
    }

    @Override
    public ObjectDetails details(ObjectAddress address) {
        disturbance.before("HeadObject", address, Cancellation.never());
        Stored stored = stored("HeadObject", address);
        return new ObjectDetails(
                address,
                stored.size(),
                stored.modified(),
                stored.type(),
                stored.etag(),
                "STANDARD",
                new TreeMap<>(stored.metadata()),
                new TreeMap<>(),
                Optional.empty());
    }

    @Override
    public Optional<ObjectDetails> find(ObjectAddress address) {
        return objects.containsKey(address.key())
                ? Optional.of(details(address))
                : Optional.empty();
    }

    @Override
    public void put(
            ObjectAddress address,
            byte[] content,
            String contentType,
            Map<String, String> metadata) {
        try {
            Path file = Files.write(newFile(), content);
            objects.put(
                    address.key(), Stored.now(file, contentType, metadata, StoreOptions.DEFAULTS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] read(ObjectAddress address, long offset, int length, Cancellation cancellation) {
        disturbance.before("ReadObject", address, cancellation);
        byte[] all = bytes(address.key());
        int from = (int) Math.min(all.length, offset);
        return Arrays.copyOfRange(all, from, Math.min(all.length, from + length));
    }

    @Override
    public ObjectTags tags(ObjectAddress address) {
        disturbance.before("GetObjectTagging", address, Cancellation.never());
        return stored("GetObjectTagging", address).options().tags();
    }

    @Override
    public void setTags(ObjectAddress address, ObjectTags tags) {
        disturbance.before("PutObjectTagging", address, Cancellation.never());
        objects.put(address.key(), stored("PutObjectTagging", address).with(tags));
    }

    @Override
    public void deleteIfSame(ObjectAddress address, String etag, Cancellation cancellation) {
        disturbance.before("DeleteObject", address, cancellation);
        Stored stored = objects.get(address.key());
        if (stored != null && !stored.etag().equals(etag)) {
            throw new FailureException(
                    new Failure.Conflict(
                            attempt("DeleteObject", address),
                            new Technical(412, "PreconditionFailed", "", "")));
        }
        objects.remove(address.key());
    }

    @Override
    public DeleteReport delete(
            String bucket,
            List<String> keys,
            Consumer<Integer> deleted,
            Cancellation cancellation) {
        deleteRequests.incrementAndGet();
        disturbance.before("DeleteObjects", new ObjectAddress(bucket, "*"), cancellation);
        Map<String, Failure> failed = new TreeMap<>(undeletable);
        failed.keySet().retainAll(keys);
        List<String> gone = keys.stream().filter(key -> !failed.containsKey(key)).toList();
        gone.forEach(objects::remove);
        deleted.accept(keys.size());
        return new DeleteReport(gone, failed);
    }

    private void enter() {
        int now = running.incrementAndGet();
        mostRunning.accumulateAndGet(now, Math::max);
    }

    private void checkAbsent(UploadRequest request) {
        if (request.onlyIfAbsent() && objects.containsKey(request.target().key())) {
            throw new FailureException(
                    new Failure.Conflict(
                            attempt("PutObject", request.target()),
                            new Technical(412, "PreconditionFailed", "", "")));
        }
    }

    private Stored stored(String operation, ObjectAddress address) {
        Stored stored = objects.get(address.key());
        if (stored == null) {
            throw new FailureException(
                    new Failure.NotFound(
                            attempt(operation, address), new Technical(404, "NoSuchKey", "", "")));
        }
        return stored;
    }

    private static Attempt attempt(String action, ObjectAddress address) {
        return new Attempt(action, address.s3Uri());
    }

    private static Technical text(IOException e) {
        return Technical.of(e.getClass().getSimpleName());
    }

    private Path newFile() throws IOException {
        return Files.createFile(folder.resolve(UUID.randomUUID().toString()));
    }
}
