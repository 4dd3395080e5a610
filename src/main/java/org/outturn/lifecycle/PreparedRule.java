package org.outturn.lifecycle;

import java.util.Map;
import java.util.Optional;
import org.outturn.storage.LifecycleRule;
import org.outturn.storage.ObjectTags;

/** A rule and its filter, in the form that is quickest to ask. */
final class PreparedRule {
    private final LifecycleRule rule;
    private final String prefix;
    private final Map<String, String> tags;
    private final long greaterThan;
    private final long lessThan;

    /** Whether a rule holds for an object. */
    enum Match {
        NO,
        YES,
        /** If the object has tags that are not known. */
        IF_TAGGED
    }

    PreparedRule(LifecycleRule rule) {
        this.rule = rule;
        LifecycleRule.Filter filter = rule.filter();
        prefix = filter.prefix();
        tags = filter.tags().values();
        greaterThan = filter.sizeGreaterThan().orElse(-1);
        lessThan = filter.sizeLessThan().orElse(Long.MAX_VALUE);
    }

    LifecycleRule rule() {
        return rule;
    }

    /** Both bounds are exclusive (S3 User Guide, "Lifecycle configuration elements"). */
    Match match(ObjectFacts object) {
        if (!object.key().startsWith(prefix)
                || object.size() <= greaterThan
                || object.size() >= lessThan) {
            return Match.NO;
        }
        if (tags.isEmpty()) {
            return Match.YES;
        }
        Optional<ObjectTags> known = object.tags();
        if (known.isEmpty()) {
            return Match.IF_TAGGED;
        }
        return known.get().values().entrySet().containsAll(tags.entrySet()) ? Match.YES : Match.NO;
    }

    /** Whether the rule would make this kind of version vanish at some time. */
    boolean expires(ObjectFacts.Version version) {
        return switch (version) {
            case ObjectFacts.Unversioned _, ObjectFacts.Current _ -> rule.expiration().isPresent();
            case ObjectFacts.Noncurrent _ -> rule.noncurrentExpiration().isPresent();
            case ObjectFacts.LoneMarker _ ->
                    rule.removesLoneMarkers() || rule.expiration().isPresent();
        };
    }

    /** From which size on its transitions take an object, when nothing else is said. */
    long smallest(long usual) {
        // a filter by size takes the place of the default
        return rule.filter().hasSize() ? 0 : usual;
    }
}
