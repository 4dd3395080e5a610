package org.outturn.evidence;

import java.time.Instant;
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
    private final boolean versioned;
    private final OutputTable table;
    private final Map<String, Reckoned> known = new ConcurrentHashMap<>();

    /**
     * @param first the object that goes first; empty if none does
     */
    private record Reckoned(
            Optional<Expiry.Expires> expires, Optional<ObjectEntry> first, boolean dependsOnTags) {}

    /**
     * @param versioned whether the bucket keeps older versions: what expires is hidden then by a
     *     delete marker, and not gone (S3 User Guide, "Expiring objects")
     */
    public OutputExpiry(LifecycleRules rules, OutputTable table, boolean versioned) {
        this.reckoning = new ExpiryReckoning(rules);
        this.versioned = versioned;
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
                                versioned ? Expiry.Effect.HIDDEN : Expiry.Effect.DELETED));
            }
        }
        return reckoned(row).expires;
    }

    /**
     * What becomes of the first that is hidden, after that.
     *
     * @param hidden when that is
     * @return {@link Expiry.Never} too if nothing of it expires
     */
    public Expiry afterwards(OutputRow row, Instant hidden) {
        Optional<ObjectEntry> first =
                reckoned(row).first.or(() -> objects(row).stream().findFirst());
        return first.map(object -> reckoning.afterwards(ObjectFacts.of(object, versioned), hidden))
                .orElse(new Expiry.Never());
    }

    /** Whether it may vanish earlier if it has certain tags, which are not known. */
    public boolean dependsOnTags(OutputRow row) {
        return reckoned(row).dependsOnTags;
    }

    private Reckoned reckoned(OutputRow row) {
        return known.computeIfAbsent(row.identity(), _ -> reckon(row));
    }

    private Reckoned reckon(OutputRow row) {
        Expiry.Expires first = null;
        ObjectEntry goesFirst = null;
        boolean tags = false;
        for (ObjectEntry object : objects(row)) {
            Expiry expiry = reckoning.expiry(ObjectFacts.of(object, versioned));
            Optional<Expiry.Expires> certain =
                    switch (expiry) {
                        case Expiry.Expires expires -> Optional.of(expires);
                        case Expiry.DependsOnTags(_, Optional<Expiry.Expires> otherwise) ->
                                otherwise;
                        case Expiry.Never() -> Optional.empty();
                    };
            tags |= expiry instanceof Expiry.DependsOnTags;
            if (certain.isPresent() && isEarlier(certain.get(), first)) {
                first = certain.get();
                goesFirst = object;
            }
        }
        return new Reckoned(Optional.ofNullable(first), Optional.ofNullable(goesFirst), tags);
    }

    private List<ObjectEntry> objects(OutputRow row) {
        return table.find(row.identity()).map(table::objects).orElse(List.of());
    }

    private static boolean isEarlier(Expiry.Expires one, Expiry.@Nullable Expires other) {
        return other == null || one.at().isBefore(other.at());
    }
}
