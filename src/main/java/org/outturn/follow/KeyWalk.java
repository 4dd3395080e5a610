package org.outturn.follow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.outturn.catalog.ListingTable;
import org.outturn.catalog.OutputCollector;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;

/**
 * Lists a bucket or a place in it from its first key to its last, but for what is skipped, and
 * merges that with what is known. Objects that are as they are known are kept as stretches of known
 * rows, so that a look at a large bucket takes little memory. For one thread.
 */
final class KeyWalk {
    private static final int PAGE = 1_000;

    private final ObjectStore store;
    private final ListingTable known;
    private final Prefix place;
    private final Skip there;
    private final Cancellation cancellation;
    private final List<Part> parts = new ArrayList<>();
    private long left;
    private boolean same = true;
    private boolean limited;
    private int at;

    /** What the walk came by. */
    private sealed interface Part {
        record Changed(List<ObjectEntry> objects) implements Part {}

        record Known(Skip rows) implements Part {}
    }

    /**
     * @param place lists this only; all else is as it is known
     * @param there the rows of that place
     * @param most comes by no more objects than this
     */
    KeyWalk(
            ObjectStore store,
            ListingTable known,
            Prefix place,
            Skip there,
            long most,
            Cancellation cancellation) {
        this.store = store;
        this.known = known;
        this.place = place;
        this.there = there;
        this.left = most;
        this.cancellation = cancellation;
    }

    /**
     * @throws CancellationException when cancelled
     */
    void walk(List<Skip> skips) {
        keep(new Skip(0, there.from()));
        at = there.from();
        walkPlace(skips);
        keep(new Skip(there.to(), known.size()));
    }

    private void keep(Skip rows) {
        if (rows.size() > 0) {
            know(rows);
        }
    }

    private void walkPlace(List<Skip> skips) {
        String after = "";
        for (Skip skip : skips) {
            if (skip.from() < there.from() || skip.to() > there.to()) {
                continue;
            }
            list(after, known.key(skip.from()));
            if (limited) {
                return;
            }
            same &= at == skip.from();
            at = skip.to();
            left -= skip.size();
            know(skip);
            after = known.key(skip.to() - 1);
        }
        list(after, "");
        same &= at == there.to();
    }

    /** Whether all is as it is known. */
    boolean isSame() {
        return same && !limited;
    }

    /** Whether there is more than was to be come by. */
    boolean isLimited() {
        return limited;
    }

    /** All objects in the order of their keys, those that were skipped as they are known. */
    void into(OutputCollector collector) {
        for (Part part : parts) {
            switch (part) {
                case Part.Changed(List<ObjectEntry> objects) ->
                        collector.add(new ListingPage(objects, List.of(), false));
                case Part.Known(Skip rows) -> {
                    for (int from = rows.from(); from < rows.to(); from += PAGE) {
                        collector.add(page(from, Math.min(from + PAGE, rows.to())));
                    }
                }
            }
        }
    }

    private ListingPage page(int from, int to) {
        var objects = new ArrayList<ObjectEntry>(to - from);
        for (int row = from; row < to; row++) {
            objects.add(
                    new ObjectEntry(
                            known.key(row),
                            known.size(row),
                            Instant.ofEpochMilli(known.modifiedMillis(row)),
                            known.storageClass(row),
                            ""));
        }
        return new ListingPage(objects, List.of(), false);
    }

    /**
     * @param end stops before this key; empty to go on to the last one
     */
    private void list(String after, String end) {
        var enough = new Cancellation();
        cancellation.onCancel(enough::cancel);
        try {
            store.list(
                    place,
                    "",
                    after,
                    enough,
                    page -> {
                        if (take(page.objects(), end)) {
                            enough.cancel();
                        }
                    });
        } catch (CancellationException e) {
            // by us, unless the look itself was cancelled or the store was closed
            cancellation.check();
            if (!enough.isCancelled()) {
                throw e;
            }
        }
        cancellation.check();
    }

    /** Whether that was enough. */
    private boolean take(List<ObjectEntry> page, String end) {
        for (ObjectEntry object : page) {
            if (!end.isEmpty() && KeyOrder.compare(object.key(), end) >= 0) {
                return true;
            }
            if (left <= 0) {
                limited = true;
                return true;
            }
            left--;
            merge(object);
        }
        return false;
    }

    private void merge(ObjectEntry object) {
        int order = order(object);
        while (order < 0) {
            // it is gone
            at++;
            same = false;
            order = order(object);
        }
        boolean known = order == 0 && isAsKnown(object);
        if (known) {
            know(new Skip(at, at + 1));
        } else {
            same = false;
            changed(object);
        }
        at += order == 0 ? 1 : 0;
    }

    /** Where the next known row is: before an object, at it, or behind it. */
    private int order(ObjectEntry object) {
        return at < there.to() ? KeyOrder.compare(known.key(at), object.key()) : 1;
    }

    private boolean isAsKnown(ObjectEntry object) {
        return known.size(at) == object.size()
                && known.modifiedMillis(at) == object.modified().toEpochMilli()
                && known.storageClass(at).equals(object.storageClass());
    }

    private void changed(ObjectEntry object) {
        boolean goesOn =
                !parts.isEmpty()
                        && parts.getLast() instanceof Part.Changed(List<ObjectEntry> last)
                        && last.size() < PAGE;
        if (!goesOn) {
            parts.add(new Part.Changed(new ArrayList<>()));
        }
        if (parts.getLast() instanceof Part.Changed(List<ObjectEntry> last)) {
            last.add(object);
        }
    }

    /** Takes rows as they are known. */
    private void know(Skip rows) {
        boolean goesOn =
                !parts.isEmpty()
                        && parts.getLast() instanceof Part.Known(Skip last)
                        && last.to() == rows.from();
        if (goesOn && parts.removeLast() instanceof Part.Known(Skip last)) {
            parts.add(new Part.Known(new Skip(last.from(), rows.to())));
        } else {
            parts.add(new Part.Known(rows));
        }
    }
}
