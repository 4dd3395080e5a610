package org.outturn.catalog;

import java.util.List;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectEntry;

/** Lets so many objects through and ends the job when there are more. For one thread. */
final class ObjectLimit {
    private final ListingJob job;
    private long left;
    private boolean exceeded;

    ObjectLimit(long max, ListingJob job) {
        this.left = max;
        this.job = job;
    }

    /** A page with the first of its objects, as many as are still within the limit. */
    ListingPage cut(ListingPage page) {
        List<ObjectEntry> objects = page.objects();
        if (objects.size() <= left) {
            left -= objects.size();
            return page;
        }
        List<ObjectEntry> within = objects.subList(0, (int) left);
        left = 0;
        exceeded = true;
        return new ListingPage(within, page.prefixes(), false);
    }

    /** Ends the job if a page held more than the limit; reaching it exactly is no excess. */
    void check() {
        if (exceeded) {
            job.stopAtLimit();
        }
    }
}
