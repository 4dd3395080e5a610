package org.outturn.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.OutputRow;
import org.outturn.catalog.OutputTable;
import org.outturn.lifecycle.ExpirationHeader;
import org.outturn.lifecycle.Expiry;
import org.outturn.lifecycle.ExpiryReckoning;
import org.outturn.lifecycle.LifecycleRules;
import org.outturn.lifecycle.ObjectFacts;
import org.outturn.storage.ObjectEntry;

/**
 * When the first object of an output vanishes, by the rules of its bucket; what the server says of
 * an object is believed over that. Safe for use by many threads.
 */
public final class OutputExpiry {
    private final ExpiryReckoning reckoning;
    private final OutputTable table;
    private final Map<String, Reckoned> known = new ConcurrentHashMap<>();

    private record Reckoned(Optional<Expiry.Expires> expires, boolean dependsOnTags) {}

    public OutputExpiry(LifecycleRules rules, OutputTable table) {
        this.reckoning = new ExpiryReckoning(rules);
        this.table = table;
    }

    /**
     * @param told the header of the output's object, where it has been asked for
     * @return empty if nothing of it expires by what is known
     */
    public Optional<Expiry.Expires> of(OutputRow row, Optional<String> told) {
        if (row.form().isSingle()) {
            Optional<ExpirationHeader> header = told.flatMap(ExpirationHeader::parse);
            if (header.isPresent()) {
                return Optional.of(
                        new Expiry.Expires(
                                header.get().at(),
                                header.get().rule(),
                                Expiry.Source.TOLD,
                                Expiry.Effect.DELETED));
            }
        }
        return reckoned(row).expires;
    }

    /** Whether it may vanish earlier if it has certain tags, which are not known. */
    public boolean dependsOnTags(OutputRow row) {
        return reckoned(row).dependsOnTags;
    }

    private Reckoned reckoned(OutputRow row) {
        return known.computeIfAbsent(row.identity(), _ -> reckon(row));
    }

    private Reckoned reckon(OutputRow row) {
        List<ObjectEntry> objects =
                table.find(row.identity()).map(table::objects).orElse(List.of());
        Expiry.Expires first = null;
        boolean tags = false;
        for (ObjectEntry object : objects) {
            Expiry expiry = reckoning.expiry(ObjectFacts.of(object, false));
            switch (expiry) {
                case Expiry.Expires expires -> first = earlier(first, expires);
                case Expiry.DependsOnTags(_, Optional<Expiry.Expires> otherwise) -> {
                    tags = true;
                    first = otherwise.isEmpty() ? first : earlier(first, otherwise.get());
                }
                case Expiry.Never() -> {}
            }
        }
        return new Reckoned(Optional.ofNullable(first), tags);
    }

    private static Expiry.Expires earlier(Expiry.@Nullable Expires one, Expiry.Expires other) {
        return one == null || other.at().isBefore(one.at()) ? other : one;
    }
}
