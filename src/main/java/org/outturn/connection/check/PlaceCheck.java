package org.outturn.connection.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.Connection;
import org.outturn.connection.check.CheckResult.State;
import org.outturn.connection.check.ConnectionCheck.Ended;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.storage.BucketSummary;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;

/** Lists and reads, as far as the identity may. For one thread. */
final class PlaceCheck {
    /** Buckets that are looked into for an object. */
    private static final int MOST_LOOKS = 3;

    private final ObjectStore store;
    private final Optional<Prefix> pinned;
    private final Cancellation cancellation;
    private @Nullable Failure refusal;
    private List<BucketSummary> buckets = List.of();
    private @Nullable ListingPage page;

    PlaceCheck(ObjectStore store, Connection connection, Cancellation cancellation) {
        this.store = store;
        this.pinned = connection.pinned();
        this.cancellation = cancellation;
    }

    /** Asks for the buckets, or for the first of the place; tells what it was refused with. */
    @Nullable Failure list() {
        try {
            if (pinned.isPresent()) {
                page = firstPage(pinned.get(), "/");
            } else {
                buckets = store.buckets();
            }
        } catch (FailureException e) {
            refusal = e.failure();
        }
        return refusal;
    }

    /**
     * What has come of it. Who may not list can still open what they know the name of.
     *
     * @throws FailureException if it was refused for another reason
     */
    Ended listed() {
        Failure why = refusal;
        if (why instanceof Failure.AccessDenied) {
            return new Ended(State.WARNED, new CheckFinding.Failed(why));
        }
        if (why != null) {
            throw new FailureException(why);
        }
        if (pinned.isEmpty()) {
            return ConnectionCheck.passed(new CheckFinding.Buckets(buckets.size()));
        }
        int entries = page == null ? 0 : page.objects().size() + page.prefixes().size();
        return ConnectionCheck.passed(new CheckFinding.Place(pinned.get().s3Uri(), entries));
    }

    /** Reads the head and one byte of the first object that there is. */
    Ended read() {
        Optional<ObjectAddress> first = firstObject();
        if (first.isEmpty()) {
            return new Ended(State.SKIPPED, new CheckFinding.Nothing());
        }
        long size = store.details(first.get()).size();
        try {
            store.read(first.get(), 0, 1, cancellation);
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Archived) {
                return new Ended(State.WARNED, new CheckFinding.Failed(e.failure()));
            }
            throw e;
        }
        return ConnectionCheck.passed(new CheckFinding.Read(first.get().s3Uri(), size));
    }

    private Optional<ObjectAddress> firstObject() {
        List<Prefix> places =
                pinned.map(List::of)
                        .orElseGet(() ->
                                buckets.stream()
                                        .limit(MOST_LOOKS)
                                        .map(bucket -> Prefix.root(bucket.name()))
                                        .toList());
        @Nullable FailureException denied = refusal == null ? null : new FailureException(refusal);
        for (Prefix place : places) {
            if (refusal != null) {
                break;
            }
            try {
                Optional<ObjectAddress> found = in(place);
                if (found.isPresent()) {
                    return found;
                }
            } catch (FailureException e) {
                denied = e;
            }
        }
        if (denied != null && refusal == null) {
            throw denied;
        }
        return Optional.empty();
    }

    /** One that has a byte to be read, if the first page has any. */
    private Optional<ObjectAddress> in(Prefix place) {
        ListingPage all = firstPage(place, "");
        return all.objects().stream()
                .filter(entry -> entry.size() > 0)
                .findFirst()
                .or(() -> all.objects().stream().findFirst())
                .map(ObjectEntry::key)
                .map(key -> new ObjectAddress(place.bucket(), key));
    }

    private ListingPage firstPage(Prefix place, String delimiter) {
        var enough = new Cancellation();
        cancellation.onCancel(enough::cancel);
        var pages = new ArrayList<ListingPage>();
        try {
            store.list(
                    place,
                    delimiter,
                    "",
                    enough,
                    found -> {
                        pages.add(found);
                        enough.cancel();
                    });
        } catch (CancellationException e) {
            cancellation.check();
        }
        return pages.isEmpty() ? new ListingPage(List.of(), List.of(), true) : pages.getFirst();
    }
}
