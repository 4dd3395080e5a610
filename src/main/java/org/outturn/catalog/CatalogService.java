package org.outturn.catalog;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.pipeline.layout.Recogniser;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectDetails;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;

/**
 * Lists what a store holds. Every method returns at once; the work goes on in a virtual thread of
 * its own until the last page, a failure, or {@link Listing#cancel()}. Safe for use by many
 * threads.
 */
public final class CatalogService {
    private final ObjectStore store;
    private final InstantSource clock;

    public CatalogService(ObjectStore store) {
        this(store, InstantSource.system());
    }

    /**
     * @param clock tells when a listing ended
     */
    public CatalogService(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Lists one level: the objects and the folders right below a prefix. */
    public Listing open(Prefix prefix, CatalogListener listener) {
        return open(prefix, Optional.empty(), listener);
    }

    /**
     * The same for the sake of one object: where the prefix may not be listed, the object alone is
     * found, if it may be read, before the listing fails.
     *
     * @param asked one right below the prefix
     */
    public Listing open(Prefix prefix, Optional<ObjectAddress> asked, CatalogListener listener) {
        ListingTable table = new ListingTable(prefix);
        ListingJob job = new ListingJob("list", prefix.s3Uri(), clock, listener::ended);
        Consumer<ListingPage> sink =
                page -> {
                    int from = table.size();
                    table.append(page);
                    CatalogBatch batch = new CatalogBatch(table, from, table.size());
                    job.tell(() -> listener.batch(batch));
                };
        return job.start(() -> {
            try {
                store.list(prefix, "/", "", job.cancellation(), sink);
            } catch (FailureException e) {
                if (e.failure() instanceof Failure.AccessDenied) {
                    asked.ifPresent(address -> alone(address, sink));
                }
                throw e;
            }
        });
    }

    private void alone(ObjectAddress address, Consumer<ListingPage> sink) {
        try {
            ObjectDetails found = store.details(address);
            sink.accept(
                    new ListingPage(
                            List.of(
                                    new ObjectEntry(
                                            address.key(),
                                            found.size(),
                                            found.modified(),
                                            found.storageClass(),
                                            found.etag())),
                            List.of(),
                            true));
        } catch (FailureException e) {
            // that the folder may not be listed says enough
        }
    }

    /**
     * Lists a place, or a whole bucket, and puts the outputs of the pipelines in it together.
     * Uploads in parts that have not ended are asked for too; a server that does not tell is not
     * asked again.
     *
     * @param maxObjects looks at no more objects than this, at least 1: at a thousand objects a
     *     request, a large bucket costs time and money
     */
    public Listing survey(
            Prefix prefix, Recogniser recogniser, SurveyListener listener, long maxObjects) {
        checkLimit(maxObjects);
        var survey = new Survey(recogniser, prefix, clock);
        ListingJob job =
                new ListingJob(
                        "survey",
                        prefix.s3Uri(),
                        clock,
                        completeness -> listener.ended(survey.table(), completeness));
        ObjectLimit limit = new ObjectLimit(maxObjects, job);
        Consumer<ListingPage> sink =
                page -> {
                    survey.add(limit.cut(page));
                    survey.due().ifPresent(table -> job.tell(() -> listener.counted(table)));
                    limit.check();
                };
        return job.start(() -> {
            survey.addUploads(store, prefix, job.cancellation());
            store.list(prefix, "", "", job.cancellation(), sink);
        });
    }

    /** The same for a whole bucket. */
    public Listing survey(
            String bucket, Recogniser recogniser, SurveyListener listener, long maxObjects) {
        return survey(Prefix.root(bucket), recogniser, listener, maxObjects);
    }

    /**
     * Finds all objects below some prefixes, for instance to tell what a delete would take. A
     * prefix within another one counts once.
     *
     * @param prefixes at least one, all of one bucket
     * @param maxObjects finds no more objects than this, at least 1; their keys are kept in memory
     * @throws IllegalArgumentException if there is no prefix, or they are of several buckets
     */
    public Listing count(List<Prefix> prefixes, long maxObjects, CountListener listener) {
        checkLimit(maxObjects);
        if (prefixes.stream().map(Prefix::bucket).distinct().count() != 1) {
            throw new IllegalArgumentException("prefixes of one bucket are needed");
        }
        List<Prefix> outermost = outermost(prefixes);
        FoundCollector found = new FoundCollector(prefixes.getFirst().bucket());
        ListingJob job =
                new ListingJob(
                        "count",
                        label(outermost),
                        clock,
                        completeness -> listener.ended(found.found(), completeness));
        ObjectLimit limit = new ObjectLimit(maxObjects, job);
        Consumer<ListingPage> sink =
                page -> {
                    limit.cut(page).objects().forEach(found::add);
                    job.tell(() -> listener.counted(found.objects(), found.bytes()));
                    limit.check();
                };
        return job.start(() ->
                outermost.forEach(prefix -> store.list(prefix, "", "", job.cancellation(), sink)));
    }

    /** In the order of their values: there all that lie within a prefix follow it. */
    private static List<Prefix> outermost(List<Prefix> prefixes) {
        List<Prefix> outermost = new ArrayList<>();
        prefixes.stream()
                .sorted(Comparator.comparing(Prefix::value))
                .forEach(prefix -> {
                    boolean within =
                            !outermost.isEmpty()
                                    && prefix.value().startsWith(outermost.getLast().value());
                    if (!within) {
                        outermost.add(prefix);
                    }
                });
        return outermost;
    }

    private static String label(List<Prefix> prefixes) {
        String first = prefixes.getFirst().s3Uri();
        return prefixes.size() == 1 ? first : first + " and " + (prefixes.size() - 1) + " more";
    }

    private static void checkLimit(long maxObjects) {
        if (maxObjects < 1) {
            throw new IllegalArgumentException("at least one object");
        }
    }
}
