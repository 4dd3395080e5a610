package org.outturn.orphans;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was left behind in a bucket.
 *
 * @param groups in the order of their kinds
 * @param doubts what could not be found out
 * @param at when the bucket was looked at, by this computer's clock
 */
public record OrphanReport(
        String bucket, List<OrphanGroup> groups, List<OrphanDoubt> doubts, Instant at) {
    public OrphanReport {
        groups = List.copyOf(groups);
        doubts = List.copyOf(doubts);
    }

    static OrphanReport of(
            String bucket, List<Orphan> orphans, List<OrphanDoubt> doubts, Instant at) {
        Map<OrphanKind, List<Orphan>> kinds = new EnumMap<>(OrphanKind.class);
        orphans.stream()
                .sorted(Comparator.comparing(Orphan::key).thenComparing(Orphan::since))
                .forEach(orphan ->
                        kinds.computeIfAbsent(orphan.kind(), _ -> new ArrayList<>()).add(orphan));
        List<OrphanGroup> groups =
                kinds.entrySet().stream()
                        .map(kind -> new OrphanGroup(kind.getKey(), kind.getValue()))
                        .toList();
        return new OrphanReport(bucket, groups, doubts, at);
    }

    /** The same with one more doubt, before the others. */
    OrphanReport with(OrphanDoubt doubt) {
        var more = new ArrayList<OrphanDoubt>();
        more.add(doubt);
        more.addAll(doubts);
        return new OrphanReport(bucket, groups, more, at);
    }
}
