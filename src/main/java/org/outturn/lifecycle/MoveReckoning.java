package org.outturn.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.outturn.lifecycle.Expiry.Effect;
import org.outturn.lifecycle.Expiry.Expires;
import org.outturn.lifecycle.PreparedRule.Match;
import org.outturn.storage.LifecycleRule;

/** Which moves to other storage classes an object has before it. */
final class MoveReckoning {
    private static final Comparator<Move> BY_TIME =
            Comparator.comparing(Move::at)
                    .thenComparing(Move::ifTagged)
                    .thenComparing(
                            move -> StorageClasses.preference(move.storageClass()),
                            Comparator.reverseOrder());

    private final LifecycleRules rules;

    MoveReckoning(LifecycleRules rules) {
        this.rules = rules;
    }

    List<Move> moves(ObjectFacts object, Expiry expiry) {
        var candidates = new ArrayList<Move>();
        for (PreparedRule prepared : rules.enabled()) {
            Match match = prepared.match(object);
            if (match != Match.NO) {
                add(prepared, object, match == Match.IF_TAGGED, candidates);
            }
        }
        if (candidates.isEmpty()) {
            return List.of();
        }
        certainEnd(expiry).ifPresent(end -> candidates.removeIf(move -> tooLate(move, end)));
        candidates.sort(BY_TIME);
        return downwards(object.storageClass(), candidates);
    }

    private static void add(
            PreparedRule prepared, ObjectFacts object, boolean ifTagged, List<Move> to) {
        LifecycleRule rule = prepared.rule();
        switch (object.version()) {
            case ObjectFacts.Unversioned _, ObjectFacts.Current _ -> {
                for (LifecycleRule.Transition move : rule.transitions()) {
                    if (object.size() >= prepared.smallest(move.smallestBytes())) {
                        Instant at = ExpiryReckoning.at(move.when(), object.modified());
                        to.add(new Move(at, move.storageClass(), rule.id(), ifTagged));
                    }
                }
            }
            case ObjectFacts.Noncurrent(Instant since, int newer) -> {
                for (LifecycleRule.NoncurrentTransition move : rule.noncurrentTransitions()) {
                    if (object.size() >= prepared.smallest(move.smallestBytes())
                            && newer >= move.when().newerKept()) {
                        Instant at = Midnight.after(since, move.when().days());
                        to.add(new Move(at, move.storageClass(), rule.id(), ifTagged));
                    }
                }
            }
            case ObjectFacts.LoneMarker _ -> {}
        }
    }

    private static Optional<Expires> certainEnd(Expiry expiry) {
        return switch (expiry) {
            case Expires end -> Optional.of(end);
            case Expiry.DependsOnTags(_, Optional<Expires> otherwise) -> otherwise;
            case Expiry.Never() -> Optional.empty();
        };
    }

    /** On the same day deletion goes before a move, and a move before a delete marker. */
    private static boolean tooLate(Move move, Expires end) {
        return end.effect() == Effect.HIDDEN
                ? move.at().isAfter(end.at())
                : !move.at().isBefore(end.at());
    }

    /** Of each day the move that is taken, as far as it leads on from where the object is then. */
    private static List<Move> downwards(String storageClass, List<Move> sorted) {
        var taken = new ArrayList<Move>();
        String now = storageClass;
        Instant last = Instant.MIN;
        for (Move move : sorted) {
            if (!StorageClasses.canMove(now, move.storageClass())) {
                continue;
            }
            if (move.ifTagged()) {
                taken.add(move);
            } else if (!move.at().equals(last)) {
                taken.add(move);
                now = move.storageClass();
                last = move.at();
            }
        }
        return taken;
    }
}
