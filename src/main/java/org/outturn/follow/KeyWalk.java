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

/** Lists a bucket from its first key to its last, but for what is skipped. For one thread. */
final class KeyWalk {
    private static final int PAGE = 1_000;

    private final ObjectStore store;
    private final ListingTable known;
    private final Cancellation cancellation;
    private final List<Part> parts = new ArrayList<>();
    private long left;
    private boolean same = true;
    private boolean limited;
    private int at;

    /** What the walk came by. */
    private sealed interface Part {
        record Listed(List<ObjectEntry> objects) implements Part {}

        record Skipped(Skip skip) implements Part {}
    }

    /**
     * @param most comes by no more objects than this
     */
    KeyWalk(ObjectStore store, ListingTable known, long most, Cancellation cancellation) {
        this.store = store;
        this.known = known;
        this.left = most;
        this.cancellation = cancellation;
    }

    /**
     * @throws CancellationException when cancelled
     */
    void walk(List<Skip> skips) {
        String after = "";
        for (Skip skip : skips) {
            list(after, known.key(skip.from()));
            if (limited) {
                return;
            }
            same &= at == skip.from();
            at = skip.to();
            left -= skip.size();
            parts.add(new Part.Skipped(skip));
            after = known.key(skip.to() - 1);
        }
        list(after, "");
        same &= at == known.size();
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
                case Part.Listed(List<ObjectEntry> objects) ->
                        collector.add(new ListingPage(objects, List.of(), false));
                case Part.Skipped(Skip skip) -> {
                    for (int from = skip.from(); from < skip.to(); from += PAGE) {
                        collector.add(page(from, Math.min(from + PAGE, skip.to())));
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
                    known.prefix(),
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
        List<ObjectEntry> taken = new ArrayList<>(page.size());
        boolean enough = false;
        for (ObjectEntry object : page) {
            boolean reached = !end.isEmpty() && KeyOrder.compare(object.key(), end) >= 0;
            limited |= !reached && left <= 0;
            enough = reached || limited;
            if (enough) {
                break;
            }
            left--;
            compare(object);
            taken.add(object);
        }
        if (!taken.isEmpty()) {
            parts.add(new Part.Listed(taken));
        }
        return enough;
    }

    private void compare(ObjectEntry object) {
        same =
                same
                        && at < known.size()
                        && known.size(at) == object.size()
                        && known.modifiedMillis(at) == object.modified().toEpochMilli()
                        && known.key(at).equals(object.key());
        at++;
    }
}
