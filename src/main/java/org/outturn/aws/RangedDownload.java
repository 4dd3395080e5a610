package org.outturn.aws;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.PartialDownload;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * One object that comes down over several connections. It is asked for whole first; when the answer
 * says that it is large, that stream is read from the front while helpers fetch ranges from the
 * back, until they meet. So a small object takes one request, its size need not be known before,
 * and a server that knows no ranges still gives it all, by the first stream alone.
 *
 * <p>Runs on virtual threads: an interrupt ends it.
 */
final class RangedDownload {
    private static final int PRECONDITION_FAILED = 412;

    /** Connections that may break, one after the other, without a range that comes whole. */
    private static final int MOST_FAILURES = Limits.ATTEMPTS * Limits.RANGES_IN_FLIGHT;

    private final FileRequests requests;
    private final ObjectAddress source;
    private final RangeFile file;
    private final Pace pace;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile @Nullable RangeBoard board;
    private volatile boolean rangesIgnored;
    private volatile boolean stopped;
    private volatile String etag = "";
    private volatile @Nullable ReceivedDigests digests;

    RangedDownload(FileRequests requests, ObjectAddress source, RangeFile file, Pace pace) {
        this.requests = requests;
        this.source = source;
        this.file = file;
        this.pace = pace;
    }

    /**
     * Fetches all of it, or what is missing of it.
     *
     * @param begun ranges that an earlier download has left in the same file
     * @return the server's first answer to it
     */
    GetObjectResponse run(Optional<PartialDownload> begun) {
        return begun.flatMap(this::resume)
                .orElseGet(() -> requests.get(get().build(), this::first));
    }

    /** The ETag of all that came, made while it did; empty where that was not possible. */
    Optional<String> receivedEtag() {
        ReceivedDigests seen = digests;
        return seen == null ? Optional.empty() : seen.etag();
    }

    /** Makes known what is there, when it did not come to its end; whether anything is. */
    boolean save() {
        RangeBoard now = board;
        return now != null && file.save(now, etag);
    }

    /** Fetches what is missing; empty if the object is another one by now. */
    private Optional<GetObjectResponse> resume(PartialDownload begun) {
        BitSet there = begun.done();
        if (there.cardinality() * (long) begun.rangeBytes() >= begun.size()) {
            // one request is needed in any case, to know that the object is still the same
            there.clear(there.length() - 1);
        }
        RangeBoard rest = new RangeBoard(begun.size(), begun.rangeBytes(), there);
        RangeFetch from = new RangeFetch(rest.start(rest.firstFree()), begun.size());
        etag = begun.etag();
        try {
            return requests.get(
                    get().range(from.header()).ifMatch(quoted()).build(),
                    (answer, body) -> {
                        if (!Etags.plain(answer.eTag()).equals(etag)) {
                            body.abort();
                            return Optional.empty();
                        }
                        board = rest;
                        file.begin(begun.size(), begun.doneBytes());
                        return Optional.of(shared(answer, body, from.isIn(answer)));
                    });
        } catch (S3Exception e) {
            if (e.statusCode() == PRECONDITION_FAILED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private GetObjectResponse first(GetObjectResponse answer, AbortableInputStream body)
            throws IOException {
        etag = Etags.plain(answer.eTag());
        Long size = answer.contentLength();
        if (size == null || size <= 2L * Limits.RANGE_BYTES || etag.isEmpty()) {
            file.truncate(0);
            file.begin(size == null ? -1 : size, 0);
            ReceivedDigests whole = ReceivedDigests.ofWhole(etag);
            MessageDigest digest = whole.begin();
            BodyCopy copy = new BodyCopy(body, file, pace, digest);
            copy.all(size == null ? 0 : size);
            checkLength(size, copy.received());
            whole.end(0, digest);
            digests = whole;
            return answer;
        }
        board = new RangeBoard(size, Limits.RANGE_BYTES, new BitSet());
        digests = ReceivedDigests.ofRanges(etag, size, Limits.RANGE_BYTES);
        file.truncate(size);
        file.begin(size, 0);
        return shared(answer, body, true);
    }

    /**
     * @param expected whether the stream begins where it was asked to
     */
    private GetObjectResponse shared(
            GetObjectResponse answer, AbortableInputStream body, boolean expected) {
        RangeBoard all = board();
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("s3-range-", 0).factory())) {
            List<Future<?>> helpers = new ArrayList<>();
            for (int i = 1; expected && i < Limits.RANGES_IN_FLIGHT; i++) {
                helpers.add(threads.submit(this::help));
            }
            try {
                readAlong(body, expected ? all.firstFree() : 0, !expected);
                help();
                await(helpers);
            } finally {
                stopped = true;
                body.abort();
                threads.shutdownNow();
            }
        }
        if (!all.isComplete()) {
            return again();
        }
        return answer;
    }

    /** Everything once more in one stream, taking from it what is missing. */
    private GetObjectResponse again() {
        stopped = false;
        return requests.get(
                get().ifMatch(quoted()).build(),
                (answer, body) -> {
                    checkSame(answer);
                    readAlong(body, 0, true);
                    body.abort();
                    if (!board().isComplete()) {
                        throw damaged("the connection ended early");
                    }
                    return answer;
                });
    }

    /**
     * Reads range after range.
     *
     * @param skipping whether to read past what is there; else the first range that somebody else
     *     has is the end
     */
    private void readAlong(AbortableInputStream body, int firstRange, boolean skipping) {
        RangeBoard all = board();
        for (int range = firstRange; range < all.count() && !stopped; range++) {
            boolean mine = all.take(range);
            if (!mine && !skipping) {
                return;
            }
            try {
                if (mine) {
                    receive(body, range);
                } else {
                    body.skipNBytes(all.end(range) - all.start(range));
                }
            } catch (IOException e) {
                // the helpers' way is still open, and has tries of its own
                if (mine) {
                    all.release(range);
                }
                return;
            }
        }
    }

    /** Fetches ranges from the back until none is left. */
    private void help() {
        RangeBoard all = board();
        while (!stopped && !rangesIgnored) {
            OptionalInt next = all.takeLast();
            if (next.isEmpty()) {
                return;
            }
            try {
                fetch(next.getAsInt());
                failures.set(0);
            } catch (RuntimeException e) {
                boolean hopeless = failures.incrementAndGet() >= MOST_FAILURES;
                if (hopeless || !RetryRules.isBrokenStream(e)) {
                    stopped = true;
                    throw e;
                }
            }
        }
    }

    /** Fetches one range that was taken. */
    private void fetch(int range) {
        RangeFetch wanted = new RangeFetch(board().start(range), board().end(range));
        boolean asked = false;
        try {
            asked =
                    requests.get(
                            get().range(wanted.header()).ifMatch(quoted()).build(),
                            (answer, body) -> {
                                checkSame(answer);
                                if (!wanted.isIn(answer)) {
                                    rangesIgnored = true;
                                    body.abort();
                                    return false;
                                }
                                receive(body, range);
                                return true;
                            });
        } catch (S3Exception e) {
            throw e.statusCode() == PRECONDITION_FAILED ? replaced() : e;
        } finally {
            if (!asked) {
                board().release(range);
            }
        }
    }

    /** Writes one range that was taken. */
    private void receive(AbortableInputStream body, int range) throws IOException {
        RangeBoard all = board();
        long length = all.end(range) - all.start(range);
        ReceivedDigests seen = digests;
        MessageDigest digest = seen == null ? null : seen.begin();
        BodyCopy copy = new BodyCopy(body, file, pace, digest);
        try {
            copy.range(all.start(range), length);
            if (copy.received() < length) {
                throw new IOException("the connection ended early");
            }
            if (seen != null) {
                seen.end(range, digest);
            }
            all.done(range);
        } finally {
            if (copy.received() < length) {
                file.add(-copy.received());
            }
        }
        file.rangeDone(all, etag, length);
    }

    private void await(List<Future<?>> helpers) {
        for (Future<?> helper : helpers) {
            try {
                helper.get();
            } catch (ExecutionException e) {
                throw new CompletionException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
        }
    }

    private void checkSame(GetObjectResponse answer) {
        if (!Etags.plain(answer.eTag()).equals(etag)) {
            throw replaced();
        }
    }

    private FailureException replaced() {
        return damaged("the object was replaced while it came down");
    }

    private void checkLength(@Nullable Long announced, long received) {
        if (announced != null && announced != received) {
            throw damaged("%d bytes were announced, %d received".formatted(announced, received));
        }
    }

    private FailureException damaged(String why) {
        return new FailureException(
                new Failure.Damaged(
                        Call.on(Operation.GET_OBJECT, source).attempt(), Technical.of(why)));
    }

    private RangeBoard board() {
        RangeBoard now = board;
        if (now == null) {
            throw new IllegalStateException("nothing is known of the object yet");
        }
        return now;
    }

    private GetObjectRequest.Builder get() {
        return GetObjectRequest.builder().bucket(source.bucket()).key(source.key());
    }

    private String quoted() {
        return '"' + etag + '"';
    }
}
