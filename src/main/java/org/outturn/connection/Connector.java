package org.outturn.connection;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.storage.BucketSummary;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;

/** Opens connections and makes sure that somebody answers. */
public final class Connector {
    private final StoreOpener opener;

    public Connector(StoreOpener opener) {
        this.opener = opener;
    }

    /**
     * Opens a store and asks for its buckets or, when the connection names a place, for that
     * place's first keys and for nothing else. Blocks.
     *
     * @throws FailureException if nobody answers or the sign-in is refused; a refusal of
     *     ListBuckets alone is none, because a bucket can be opened by its name
     */
    public OpenConnection open(Connection connection, Cancellation cancellation) {
        ObjectStore store = opener.open(connection);
        try {
            Optional<Prefix> pinned = connection.pinned();
            if (pinned.isPresent()) {
                probe(store, pinned.get(), cancellation);
                BucketSummary bucket = named(pinned.get().bucket());
                return new OpenConnection(connection, store, List.of(bucket), true);
            }
            return withBuckets(connection, store);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static OpenConnection withBuckets(Connection connection, ObjectStore store) {
        try {
            return new OpenConnection(connection, store, store.buckets(), false);
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.AccessDenied) {
                return new OpenConnection(connection, store, List.of(), true);
            }
            throw e;
        }
    }

    /**
     * Whoever may only read single objects is still let in; a bucket that is not there or a bad key
     * is told at once.
     */
    private static void probe(ObjectStore store, Prefix place, Cancellation cancellation) {
        var first = new Cancellation();
        cancellation.onCancel(first::cancel);
        try {
            store.list(place, "/", "", first, _ -> first.cancel());
        } catch (CancellationException e) {
            cancellation.check();
        } catch (FailureException e) {
            if (!(e.failure() instanceof Failure.AccessDenied)) {
                throw e;
            }
        }
    }

    private static BucketSummary named(String bucket) {
        return new BucketSummary(bucket, Optional.empty(), Optional.empty());
    }
}
