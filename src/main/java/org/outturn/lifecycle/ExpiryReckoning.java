package org.outturn.lifecycle;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.outturn.lifecycle.Expiry.Effect;
import org.outturn.lifecycle.Expiry.Expires;
import org.outturn.lifecycle.Expiry.Source;
import org.outturn.lifecycle.PreparedRule.Match;
import org.outturn.storage.LifecycleRule;

/**
 * Reckons what becomes of objects by the rules of their bucket, as the S3 User Guide has it:
 * "Expiring objects", "Lifecycle configuration elements", "How Amazon S3 handles conflicts in
 * lifecycle configurations". Throws nothing, whatever it is given. Safe for use by many threads.
 */
public final class ExpiryReckoning {
    private final LifecycleRules rules;

    public ExpiryReckoning(LifecycleRules rules) {
        this.rules = rules;
    }

    /** When the object vanishes: by the earliest of all enabled rules that hold for it. */
    public Expiry expiry(ObjectFacts object) {
        @Nullable Expires certain = null;
        @Nullable Expires possible = null;
        for (PreparedRule prepared : rules.enabled()) {
            if (!prepared.expires(object.version())) {
                continue;
            }
            Match match = prepared.match(object);
            if (match == Match.NO) {
                continue;
            }
            Expires expires = expires(prepared.rule(), object);
            if (match == Match.YES) {
                certain = earlier(certain, expires);
            } else {
                possible = earlier(possible, expires);
            }
        }
        if (possible != null && (certain == null || possible.at().isBefore(certain.at()))) {
            return new Expiry.DependsOnTags(possible, Optional.ofNullable(certain));
        }
        return certain == null ? new Expiry.Never() : certain;
    }

    /**
     * What becomes of a version after a delete marker has hidden it, so long as nothing newer is
     * stored: it is the newest of the noncurrent ones then.
     *
     * @param hidden when that is
     */
    public Expiry afterwards(ObjectFacts object, Instant hidden) {
        return expiry(object.as(new ObjectFacts.Noncurrent(hidden, 0)));
    }

    /** The expiry and the moves before it. */
    public Outlook outlook(ObjectFacts object) {
        return outlook(object, expiry(object));
    }

    /**
     * The same for an object of which the server has said when it vanishes: it is believed, since
     * it knows the tags and its own habits.
     */
    public Outlook outlook(ObjectFacts object, ExpirationHeader told) {
        return outlook(
                object, new Expires(told.at(), told.rule(), Source.TOLD, effect(object.version())));
    }

    private Outlook outlook(ObjectFacts object, Expiry expiry) {
        return new Outlook(expiry, new MoveReckoning(rules).moves(object, expiry));
    }

    /**
     * By one rule that does make it vanish; {@code null} while a noncurrent version is among the
     * newest that the rule keeps.
     */
    private static @Nullable Expires expires(LifecycleRule rule, ObjectFacts object) {
        Instant at =
                switch (object.version()) {
                    case ObjectFacts.Noncurrent(Instant since, int newer) -> {
                        LifecycleRule.Noncurrent kept = rule.noncurrentExpiration().orElseThrow();
                        yield newer < kept.newerKept() ? null : Midnight.after(since, kept.days());
                    }
                    case ObjectFacts.LoneMarker _ when rule.removesLoneMarkers() ->
                            Midnight.after(object.modified(), 0);
                    default -> at(rule.expiration().orElseThrow(), object.modified());
                };
        return at == null
                ? null
                : new Expires(at, rule.id(), Source.RECKONED, effect(object.version()));
    }

    /** When something happens to what was stored at a time; never before that time. */
    static Instant at(LifecycleRule.When when, Instant stored) {
        return switch (when) {
            case LifecycleRule.AfterDays(int days) -> Midnight.after(stored, days);
            case LifecycleRule.OnDate(Instant date) -> {
                // from that day on, what is stored later is due at the end of its first day
                Instant first = Midnight.after(stored, 0);
                yield date.isBefore(first) ? first : date;
            }
        };
    }

    private static Effect effect(ObjectFacts.Version version) {
        return switch (version) {
            case ObjectFacts.Unversioned _, ObjectFacts.Noncurrent _ -> Effect.DELETED;
            case ObjectFacts.Current _ -> Effect.HIDDEN;
            case ObjectFacts.LoneMarker _ -> Effect.MARKER_REMOVED;
        };
    }

    private static @Nullable Expires earlier(@Nullable Expires one, @Nullable Expires other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.at().isBefore(one.at()) ? other : one;
    }
}
