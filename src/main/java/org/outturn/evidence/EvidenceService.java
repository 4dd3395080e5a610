package org.outturn.evidence;

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
 * Finds out about the outputs that are in sight: a few at a time, those that came into sight last
 * first, each once until it changes. Safe for use by many threads.
 */
public final class EvidenceService implements AutoCloseable {
    private static final int AT_ONCE = 4;

    /** Rows that were scrolled past are not asked about any more. */
    private static final int MOST_WAITING = 120;

    /** So many outputs are remembered. */
    private static final int MOST_KEPT = 50_000;

    private final EvidenceSource source;
    private final Runnable changed;
    private final Map<String, Known> known = new LinkedHashMap<>(64, 0.75f, true);
    private final Deque<OutputRow> waiting = new ArrayDeque<>();
    private final Set<String> asked = new HashSet<>();
    private int running;
    private boolean closed;

    /** How an output was when it was asked about: another listing may show it changed. */
    private record Known(int files, long bytes, Evidence evidence) {}

    /**
     * @param changed called on any thread when something was found out; returns at once
     */
    public EvidenceService(EvidenceSource source, Runnable changed) {
        this.source = source;
        this.changed = changed;
    }

    /** What is known by now; empty if it was not asked for yet, or the output has changed since. */
    public Optional<Evidence> of(OutputRow row) {
        return Optional.ofNullable(fresh(row));
    }

    private @Nullable Evidence fresh(OutputRow row) {
        Known found;
        synchronized (known) {
            found = known.get(row.identity());
        }
        boolean same = found != null && found.files == row.files() && found.bytes == row.bytes();
        return same ? found.evidence : null;
    }

    /** An output is in sight. Returns at once. */
    public void seen(OutputRow row) {
        if (fresh(row) != null) {
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
            keep(row.identity(), new Known(row.files(), row.bytes(), found));
            synchronized (waiting) {
                asked.remove(row.identity());
                if (closed) {
                    return;
                }
            }
            changed.run();
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

    /** Asks nothing more; what is under way ends unheard. */
    @Override
    public void close() {
        synchronized (waiting) {
            closed = true;
            waiting.clear();
            asked.clear();
        }
    }
}
