package org.outturn.follow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.ListingTable;
import org.outturn.catalog.OutputTable;
import org.outturn.pipeline.layout.OutputForm;
import org.outturn.pipeline.layout.Recognised;

/**
 * Which known objects need not be listed again in every look: long stretches of keys that begin
 * with a time, but for those of the last hour. Whatever is not skipped is listed, also what nobody
 * knows yet, so that a look can only overlook a change of something old. For one thread.
 */
final class SkipPlan {
    /** Outputs of the last hour, by their keys, may get more files. */
    static final Duration MARGIN = Duration.ofHours(1);

    /** How far a clock may be ahead. */
    private static final Duration WRONG = Duration.ofMinutes(10);

    /** So many objects come in one request anyway; a little room is for new ones. */
    static final int FREE = 900;

    /** A skip costs a request: it has to save more than one. */
    static final int LEAST = 2_000;

    private final OutputTable known;
    private final ListingTable listing;
    private final Instant now;
    private final Map<OutputForm, Optional<KeyTime>> times = new IdentityHashMap<>();
    private final List<Skip> skips = new ArrayList<>();
    private long recent;

    private record Led(OutputForm form, KeyTime time, String before, String text) {
        boolean continues(@Nullable Led last) {
            return last != null && last.form == form && last.before.equals(before);
        }
    }

    private SkipPlan(OutputTable known, Instant now) {
        this.known = known;
        this.listing = known.listing();
        this.now = now;
    }

    /** The stretches in the order of their keys; none for a server that lists in another order. */
    static List<Skip> of(OutputTable known, Instant now) {
        return new SkipPlan(known, now).make();
    }

    private List<Skip> make() {
        int size = listing.size();
        for (int row = 0; row < size; row++) {
            recent = Math.max(recent, listing.modifiedMillis(row));
        }
        recent -= MARGIN.toMillis();
        int from = 0;
        Led last = null;
        String before = "";
        for (int row = 0; row <= size; row++) {
            String key = row == size ? "" : listing.key(row);
            if (row > 0 && row < size && KeyOrder.compare(before, key) >= 0) {
                return List.of();
            }
            Led led = row == size ? null : led(key);
            if (led == null || !led.continues(last)) {
                if (last != null) {
                    add(from, row, last);
                }
                from = row;
            }
            last = led;
            before = key;
        }
        return List.copyOf(skips);
    }

    private @Nullable Led led(String key) {
        Recognised found = known.recogniser().of(key);
        if (found == null) {
            return null;
        }
        Optional<KeyTime> time = times.computeIfAbsent(found.output(), KeyTime::of);
        return time.map(t ->
                        new Led(
                                found.output(),
                                t,
                                key.substring(0, KeyTime.start(found)),
                                t.text(found)))
                .orElse(null);
    }

    private void add(int from, int end, Led any) {
        if (end - from - FREE < LEAST) {
            return;
        }
        int at = any.before.length();
        int length = any.text.length();
        tail(from, end - FREE, end, any, at, length)
                .filter(to -> to - from >= LEAST)
                .ifPresent(to -> skips.add(new Skip(from, to)));
    }

    /** The first row that has to be listed again. */
    private Optional<Integer> tail(int from, int most, int end, Led any, int at, int length) {
        String zone = any.form.fields().zone();
        LocalDateTime latest = any.time.latest(now, zone, WRONG);
        // a time ahead of all clocks says nothing of when the next output comes
        int newest = end - 1;
        Optional<LocalDateTime> time = any.time.read(text(newest, at, length));
        while (newest > from && (time.isEmpty() || time.get().isAfter(latest))) {
            newest--;
            time = any.time.read(text(newest, at, length));
        }
        if (newest == from || time.isEmpty()) {
            return Optional.empty();
        }
        Duration margin = any.time.isLocal(zone) ? MARGIN.plusHours(1) : MARGIN;
        String start = any.time.write(time.get().minus(margin));
        int to = Math.min(most, newest);
        while (to > from && text(to - 1, at, length).compareTo(start) >= 0) {
            to--;
        }
        int stored = from;
        while (stored < to && listing.modifiedMillis(stored) < recent) {
            stored++;
        }
        to = stored;
        // all files of an output that begins here: more of them may come anywhere among them
        while (to > from && text(to - 1, at, length).equals(text(to, at, length))) {
            to--;
        }
        return Optional.of(to);
    }

    private String text(int row, int at, int length) {
        return listing.key(row).substring(at, at + length);
    }
}
