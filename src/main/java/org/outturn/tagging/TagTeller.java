package org.outturn.tagging;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers answers and tells them in batches, one batch at a time. Safe for use by many threads. */
final class TagTeller {
    private static final Logger LOG = LoggerFactory.getLogger(TagTeller.class);

    private final Duration pause;
    private final Consumer<Map<StampedAddress, TagState>> listener;
    private final ReentrantLock telling = new ReentrantLock();
    private Map<StampedAddress, TagState> gathered = new LinkedHashMap<>();
    private boolean closed;

    TagTeller(Duration pause, Consumer<Map<StampedAddress, TagState>> listener) {
        this.pause = pause;
        this.listener = listener;
    }

    synchronized void add(StampedAddress object, TagState state) {
        boolean first = gathered.isEmpty();
        gathered.put(object, state);
        if (first && !closed) {
            Thread.ofVirtual().name("tags-tell").start(this::tellSoon);
        }
    }

    /** Tells nothing any more; what is being told is let end. */
    synchronized void close() {
        closed = true;
    }

    private void tellSoon() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        telling.lock();
        try {
            Map<StampedAddress, TagState> batch = take();
            if (!batch.isEmpty()) {
                listener.accept(batch);
            }
        } catch (RuntimeException e) {
            LOG.error("Somebody told of tags has failed", e);
        } finally {
            telling.unlock();
        }
    }

    private synchronized Map<StampedAddress, TagState> take() {
        Map<StampedAddress, TagState> batch = closed ? Map.of() : gathered;
        gathered = new LinkedHashMap<>();
        return batch;
    }
}
