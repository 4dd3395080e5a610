package org.outturn.ui.transfers;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectTags;
import org.outturn.transfer.BatchListener;
import org.outturn.transfer.BatchReport;

/**
 * Brings what one queue tells on its threads to the JavaFX thread, at the next look. Each queue has
 * its own: what one says late must not be taken for something of the next.
 */
final class Reports implements BatchListener {
    private final ConcurrentLinkedQueue<BatchReport> finished = new ConcurrentLinkedQueue<>();
    private Map<ObjectAddress, ObjectTags> tagged = new HashMap<>();
    private Consumer<BatchReport> onFinished = _ -> {};
    private Consumer<Map<ObjectAddress, ObjectTags>> onTagged = _ -> {};

    /** One for the next queue, told to the same. */
    Reports next() {
        var next = new Reports();
        next.onFinished(onFinished);
        next.onTagged(onTagged);
        return next;
    }

    void onFinished(Consumer<BatchReport> who) {
        onFinished = who;
    }

    void onTagged(Consumer<Map<ObjectAddress, ObjectTags>> who) {
        onTagged = who;
    }

    @Override
    public void batchFinished(BatchReport report) {
        finished.add(report);
    }

    @Override
    public synchronized void tagged(ObjectAddress address, ObjectTags tags) {
        tagged.put(address, tags);
    }

    /** Tells what has come since the last time; what a report is about comes before it. */
    void tell() {
        BatchReport first = finished.poll();
        Map<ObjectAddress, ObjectTags> changed = take();
        if (!changed.isEmpty()) {
            onTagged.accept(changed);
        }
        for (BatchReport report = first; report != null; report = finished.poll()) {
            onFinished.accept(report);
        }
    }

    private synchronized Map<ObjectAddress, ObjectTags> take() {
        Map<ObjectAddress, ObjectTags> changed = tagged;
        tagged = changed.isEmpty() ? changed : new HashMap<>();
        return changed;
    }
}
