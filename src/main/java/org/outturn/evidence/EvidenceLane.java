package org.outturn.evidence;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.OutputRow;

/**
 * Asks one source about the outputs that are in sight: a few at a time, those that came into sight
 * last first, each once until it changes. Safe for use by many threads.
 */
final class EvidenceLane implements AutoCloseable {
    private static final int AT_ONCE = 4;

    /** Rows that were scrolled past are not asked about any more. */
    private static final int MOST_WAITING = 120;

    /** So many outputs are remembered. */
    private static final int MOST_KEPT = 50_000;

    private final EvidenceSource source;
    private final InstantSource clock;
    private final Runnable changed;
    private final Map<String, Known> known = new LinkedHashMap<>(64, 0.75f, true);
    private final Deque<OutputRow> waiting = new ArrayDeque<>();
    private final Set<String> asked = new HashSet<>();
    private int running;
    private boolean closed;

    /** How an output was when it was asked about: another listing may show it changed. */
    private record Known(int files, long bytes, Instant newest, Evidence evidence) {
        Known(OutputRow row, Evidence evidence) {
            this(row.files(), row.bytes(), row.newest(), evidence);
        }

        boolean isOf(OutputRow row) {
            return equals(new Known(row, evidence));
        }
    }

    EvidenceLane(EvidenceSource source, InstantSource clock, Runnable changed) {
        this.source = source;
        this.clock = clock;
        this.changed = changed;
    }

    Optional<Evidence> of(OutputRow row) {
        return Optional.ofNullable(fresh(row));
    }

    private @Nullable Evidence fresh(OutputRow row) {
        Known found;
        synchronized (known) {
            found = known.get(row.identity());
        }
        return found != null && found.isOf(row) ? found.evidence : null;
    }

    void seen(OutputRow row) {
        Evidence before = fresh(row);
        if (before != null && !before.isDue(clock.instant())) {
            return;
        }
        synchronized (waiting) {
            if (closed || !asked.add(row.identity())) {
                return;
            }
            waiting.addFirst(row);
            if (waiting.size() > MOST_WAITING) {
                asked.remove(waiting.removeLast().identity());
            }
            if (running < AT_ONCE) {
                running++;
                Thread.ofVirtual().name("evidence").start(this::work);
            }
        }
    }

    private void work() {
        for (OutputRow row = next(); row != null; row = next()) {
            Evidence found = source.look(row);
            boolean news = !found.equals(of(row).orElse(Evidence.NONE));
            keep(row.identity(), new Known(row, found));
            synchronized (waiting) {
                asked.remove(row.identity());
                if (closed) {
                    return;
                }
            }
            if (news) {
                changed.run();
            }
        }
    }

    private void keep(String identity, Known found) {
        synchronized (known) {
            known.put(identity, found);
            if (known.size() > MOST_KEPT) {
                known.remove(known.keySet().iterator().next());
            }
        }
    }

    private @Nullable OutputRow next() {
        synchronized (waiting) {
            OutputRow row = closed ? null : waiting.pollFirst();
            if (row == null) {
                running--;
            }
            return row;
        }
    }

    @Override
    public void close() {
        synchronized (waiting) {
            closed = true;
            waiting.clear();
            asked.clear();
        }
    }
}
