package org.outturn.tagging;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ObjectTags;

/**
 * The tags of the objects that are looked at, fetched one by one (S3 has no request for many) and
 * kept while the object is the same. Of what one view shows: another view has a cache of its own.
 * Safe for use by many threads; no method waits for a server.
 */
public final class TagCache implements AutoCloseable {
    private final ObjectStore store;
    private final TagCacheOptions options;
    private final TagPace pace;
    private final TagTeller teller;
    private final KeptTags kept;

    private final TagTurns turns = new TagTurns();
    private final Map<ObjectAddress, StampedAddress> running = new HashMap<>();

    /** What was changed while it was being asked about: the answer may be older. */
    private final Map<ObjectAddress, ObjectTags> overtaken = new HashMap<>();

    private final Map<ObjectAddress, Integer> attempts = new HashMap<>();
    private final Map<String, Failure> refused = new HashMap<>();
    private final Set<Thread> workers = new HashSet<>();
    private boolean closed;

    /**
     * @param store stays the caller's
     * @param listener gets what has become known, in batches, on a thread of the cache: it returns
     *     soon
     */
    public TagCache(
            ObjectStore store,
            TagCacheOptions options,
            Consumer<Map<StampedAddress, TagState>> listener) {
        this.store = store;
        this.options = options;
        this.pace = new TagPace(options.perSecond(), options.firstPause());
        this.teller = new TagTeller(options.batchPause(), listener);
        this.kept = new KeptTags(options.mostKept());
    }

    /**
     * Says what is visible now: what is not known of that is fetched in this order; what was asked
     * for before and is not in it is dropped, but for what is being asked at this moment. What is
     * known already is not told again, see {@link #state}.
     */
    public synchronized void request(Collection<StampedAddress> visible) {
        if (closed) {
            return;
        }
        LinkedHashMap<ObjectAddress, StampedAddress> next = new LinkedHashMap<>();
        for (StampedAddress object : visible) {
            if (isWorthAsking(object)) {
                next.put(object.address(), object);
            }
        }
        turns.visible(next);
        settleTurns();
    }

    /**
     * Wants the tags of all of these, in this order and after what is visible, instead of those
     * wanted so before; none ends it. What is known already is not told again.
     */
    public synchronized void gather(Collection<StampedAddress> objects) {
        if (closed) {
            return;
        }
        var all = new HashSet<ObjectAddress>();
        var open = new LinkedHashMap<ObjectAddress, StampedAddress>();
        var lost = new HashSet<ObjectAddress>();
        for (StampedAddress object : objects) {
            all.add(object.address());
            if (isWorthAsking(object)) {
                open.put(object.address(), object);
            } else if (kept.of(object).orElse(null) instanceof TagState.Failed) {
                lost.add(object.address());
            }
        }
        turns.gather(all, open, lost);
        settleTurns();
    }

    /** How far that is. */
    public synchronized TagGathering gathering() {
        Set<ObjectAddress> all = turns.gathered();
        int asked = (int) running.keySet().stream().filter(all::contains).count();
        Optional<Failure> denied =
                all.stream()
                        .findFirst()
                        .flatMap(any -> Optional.ofNullable(refused.get(any.bucket())));
        return new TagGathering(all.size(), turns.open() + asked, turns.failed(), denied);
    }

    private void settleTurns() {
        attempts.keySet().removeIf(a -> !turns.holds(a) && !running.containsKey(a));
        startWorkers();
    }

    private boolean isWorthAsking(StampedAddress object) {
        if (refused.containsKey(object.address().bucket())
                || object.equals(running.get(object.address()))) {
            return false;
        }
        return kept.of(object)
                .map(state -> state instanceof TagState.Failed(Failure why) && why.retryable())
                .orElse(true);
    }

    /** What is known now. */
    public synchronized TagState state(StampedAddress object) {
        Optional<TagState> known = kept.of(object);
        boolean asked = object.equals(running.get(object.address())) || turns.waits(object);
        if (asked) {
            return new TagState.Loading();
        }
        @Nullable Failure why = refused.get(object.address().bucket());
        return known.orElseGet(
                () -> why == null ? new TagState.Unknown() : new TagState.NotAllowed(why));
    }

    /** Somebody has changed an object's tags to these: they are told at once. */
    public synchronized void changed(ObjectAddress address, ObjectTags tags) {
        @Nullable StampedAddress asked = running.get(address);
        if (asked != null) {
            overtaken.put(address, tags);
        } else {
            asked = turns.take(address);
        }
        StampedAddress object = asked != null ? asked : kept.stampOf(address).orElse(null);
        if (object != null) {
            // of what is neither known nor asked for the server will tell the new ones
            learn(object, new TagState.Known(tags));
        }
    }

    /** Forgets a bucket's tags, and that they were refused: for a refresh. */
    public synchronized void forget(String bucket) {
        refused.remove(bucket);
        kept.forget(bucket);
    }

    /** Asks and tells nothing any more. */
    @Override
    public synchronized void close() {
        closed = true;
        turns.drop(_ -> true);
        teller.close();
        workers.forEach(Thread::interrupt);
    }

    private void startWorkers() {
        while (workers.size() < Math.min(options.atATime(), turns.size())) {
            Thread worker = Thread.ofVirtual().name("tags").unstarted(this::work);
            workers.add(worker);
            worker.start();
        }
    }

    private void work() {
        try {
            for (StampedAddress next = next(); next != null; next = next()) {
                settle(next, ask(next.address()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next one in its turn; {@code null} when the worker is not needed any more. */
    private @Nullable StampedAddress next() throws InterruptedException {
        while (isNeeded()) {
            pace.await();
            StampedAddress next = take();
            if (next != null) {
                return next;
            }
        }
        return null;
    }

    private synchronized boolean isNeeded() {
        boolean needed = !closed && turns.size() > 0;
        if (!needed) {
            workers.remove(Thread.currentThread());
        }
        return needed;
    }

    private synchronized @Nullable StampedAddress take() {
        @Nullable StampedAddress next = turns.take();
        if (next != null) {
            running.put(next.address(), next);
        }
        return next;
    }

    private TagState ask(ObjectAddress address) {
        try {
            return new TagState.Known(store.tags(address));
        } catch (FailureException e) {
            Failure why = e.failure();
            boolean never =
                    why instanceof Failure.AccessDenied || why instanceof Failure.NotSupported;
            return never ? new TagState.NotAllowed(why) : new TagState.Failed(why);
        } catch (CancellationException e) {
            return new TagState.Unknown();
        } catch (RuntimeException e) {
            return new TagState.Failed(
                    new Failure.Unexpected(
                            new Attempt("GetObjectTagging", address.s3Uri()),
                            Technical.of(e.getClass().getName())));
        }
    }

    private synchronized void settle(StampedAddress object, TagState answer) {
        ObjectAddress address = object.address();
        running.remove(address);
        @Nullable ObjectTags newer = overtaken.remove(address);
        if (closed || newer != null) {
            return;
        }
        switch (answer) {
            case TagState.Known known -> {
                pace.success();
                learn(object, known);
            }
            case TagState.NotAllowed(Failure why) -> refuse(object, why);
            case TagState.Failed(Failure why) -> fail(object, why);
            case TagState.Unknown _, TagState.Loading _ -> {
                // the connection is closing
            }
        }
    }

    private void learn(StampedAddress object, TagState state) {
        attempts.remove(object.address());
        turns.settled(object.address(), state);
        kept.keep(object, state);
        teller.add(object, state);
    }

    /** Whoever may not read one object's tags may hardly read the others': nobody asks for them. */
    private void refuse(StampedAddress object, Failure why) {
        String bucket = object.address().bucket();
        refused.put(bucket, why);
        var state = new TagState.NotAllowed(why);
        teller.add(object, state);
        turns.drop(address -> address.bucket().equals(bucket))
                .values()
                .forEach(other -> teller.add(other, state));
    }

    private void fail(StampedAddress object, Failure why) {
        int tried = attempts.merge(object.address(), 1, Integer::sum);
        if (why.retryable()) {
            pace.trouble();
            if (tried < options.attempts()) {
                turns.again(object);
                return;
            }
        }
        learn(object, new TagState.Failed(why));
    }
}
