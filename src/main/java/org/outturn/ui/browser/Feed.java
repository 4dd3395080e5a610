package org.outturn.ui.browser;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.CatalogBatch;
import org.outturn.catalog.CatalogListener;
import org.outturn.catalog.Completeness;
import org.outturn.catalog.ListingTable;

/**
 * Takes what a listing finds on its own thread, for the JavaFX thread to look at when it has time.
 */
final class Feed implements CatalogListener {
    private volatile Now now = new Now(null, 0, new Completeness.Running());

    /**
     * What is known at a moment.
     *
     * @param table nothing before the first page
     * @param rows how many rows of it count
     */
    record Now(@Nullable ListingTable table, int rows, Completeness completeness) {
        boolean running() {
            return completeness instanceof Completeness.Running;
        }

        /** A listing that is cancelled says nothing more: that it is not complete is said here. */
        Now stopped(Instant at) {
            return new Now(table, rows, new Completeness.Partial(Completeness.Cause.CANCELLED, at));
        }
    }

    @Override
    public void batch(CatalogBatch batch) {
        now = new Now(batch.table(), batch.to(), now.completeness());
    }

    @Override
    public void ended(Completeness completeness) {
        now = new Now(now.table(), now.rows(), completeness);
    }

    Now now() {
        return now;
    }
}
