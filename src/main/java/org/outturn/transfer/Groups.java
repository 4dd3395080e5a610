package org.outturn.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The groups of a queue, in the order in which they came. Guarded by the queue's lock. */
final class Groups {
    private final Map<Key, GroupTotals> byKey = new HashMap<>();
    private final List<GroupTotals> all = new ArrayList<>();
    private final Set<GroupTotals> busy = new LinkedHashSet<>();
    private List<GroupSnapshot> published = List.of();
    private boolean changedLayout;

    private record Key(BatchId batch, String group) {}

    /** The group that a transfer lies in, made if need be; {@code null} if it lies in none. */
    @Nullable GroupTotals of(Transfer transfer) {
        String name = transfer.planned().group();
        if (name.isEmpty()) {
            return null;
        }
        return byKey.computeIfAbsent(
                new Key(transfer.batch().id(), name),
                _ -> {
                    GroupTotals made = new GroupTotals(transfer.batch(), name);
                    all.add(made);
                    changedLayout = true;
                    return made;
                });
    }

    /** Something of a group begins to run: its speed is measured from now on. */
    void started(GroupTotals group) {
        busy.add(group);
    }

    /** Forgets the groups that hold nothing any more. */
    void removeEmpty() {
        if (all.removeIf(GroupTotals::isEmpty)) {
            byKey.values().removeIf(GroupTotals::isEmpty);
            busy.removeIf(GroupTotals::isEmpty);
            changedLayout = true;
        }
    }

    /** As they are now; the same list as before if nothing has changed. */
    List<GroupSnapshot> publish(long nanos) {
        busy.removeIf(group -> !group.measure(nanos));
        if (changedLayout || all.stream().anyMatch(GroupTotals::isStale)) {
            changedLayout = false;
            GroupSnapshot[] now =
                    all.stream().map(GroupTotals::snapshot).toArray(GroupSnapshot[]::new);
            published = Collections.unmodifiableList(Arrays.asList(now));
        }
        return published;
    }
}
