package org.outturn.aws;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.outturn.failure.FailureException;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.Prefix;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Finds out whether keys are free, many with one request. A folder of small files would otherwise
 * cost a HEAD for each, as much as its upload. The first look at a prefix is left to a HEAD; the
 * next one lists what comes from its key on, and that holds for {@link #FRESH}.
 */
final class FreeKeys {
    /** For how long a listing is believed. */
    static final Duration FRESH = Duration.ofSeconds(5);

    private static final int MOST_PREFIXES = 1_000;

    private final Requests requests;
    private final LongSupplier nanoTime;
    private final ConcurrentMap<Prefix, Look> looks = new ConcurrentHashMap<>();

    FreeKeys(Requests requests) {
        this(requests, System::nanoTime);
    }

    FreeKeys(Requests requests, LongSupplier nanoTime) {
        this.requests = requests;
        this.nanoTime = nanoTime;
    }

    /**
     * One look at a prefix.
     *
     * @param at when it was begun
     * @param window what it found; completed by whoever makes the look
     */
    private record Look(long at, CompletableFuture<Window> window) {}

    /**
     * What is there between two keys.
     *
     * @param after the key before the first one that it covers
     * @param last the last one that it covers; empty for all
     */
    private record Window(String after, Optional<String> last, Set<String> there) {
        /** Knows of no key. */
        static final Window NONE = new Window("", Optional.of(""), Set.of());

        boolean saysFree(String key) {
            return compare(after, key) < 0
                    && last.filter(end -> compare(key, end) > 0).isEmpty()
                    && !there.contains(key);
        }

        /** In the order of listings (S3 API reference, ListObjectsV2: UTF-8 binary). */
        private static int compare(String a, String b) {
            return Arrays.compareUnsigned(
                    a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Whether the key was free within the last seconds; {@code false} if that is not known. */
    boolean isKnownFree(ObjectAddress address) {
        if (looks.size() > MOST_PREFIXES) {
            looks.clear();
        }
        Prefix parent = address.parent();
        long now = nanoTime.getAsLong();
        CompletableFuture<Window> own = new CompletableFuture<>();
        Look look =
                looks.merge(
                        parent,
                        // nobody has looked: one HEAD is cheaper than a listing
                        new Look(now, CompletableFuture.completedFuture(Window.NONE)),
                        (before, first) -> isDue(before, now) ? new Look(now, own) : before);
        if (look.window() == own) {
            try {
                own.complete(list(parent, address.key()));
            } finally {
                // whatever went wrong, nobody waits for it
                own.complete(Window.NONE);
            }
        }
        return look.window().join().saysFree(address.key());
    }

    /** Whether it is time to list: somebody looks again, and what is known is none or old. */
    private static boolean isDue(Look before, long now) {
        boolean known = !before.window().isDone() || before.window().join() != Window.NONE;
        return !known || now - before.at() > FRESH.toNanos();
    }

    private Window list(Prefix parent, String key) {
        String after = key.substring(0, key.offsetByCodePoints(key.length(), -1));
        ListObjectsV2Request.Builder request =
                ListObjectsV2Request.builder()
                        .bucket(parent.bucket())
                        .encodingType(EncodingType.URL)
                        .maxKeys(1_000);
        if (!parent.value().isEmpty()) {
            request.prefix(parent.value());
        }
        if (!after.isEmpty()) {
            request.startAfter(after);
        }
        try {
            ListObjectsV2Response answer =
                    requests.send(
                            Call.on(Operation.LIST_OBJECTS, parent.bucket()),
                            s3 -> s3.listObjectsV2(request.build()));
            Optional<String> last =
                    Boolean.TRUE.equals(answer.isTruncated())
                            ? Optional.of(answer.contents().getLast().key())
                            : Optional.empty();
            return new Window(
                    after,
                    last,
                    answer.contents().stream().map(S3Object::key).collect(Collectors.toSet()));
        } catch (FailureException e) {
            // for instance because it may not be listed; a new object, so that it is not asked for
            // again at once
            return new Window("", Optional.of(""), Set.of());
        }
    }
}
