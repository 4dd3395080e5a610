package org.outturn.catalog;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.outturn.pipeline.OutputCounts;

/** Remembers what a listing told, whichever it is. */
final class RecordedCalls implements CatalogListener, SurveyListener, CountListener {
    final List<CatalogBatch> batches = new CopyOnWriteArrayList<>();
    final List<OutputCounts> counts = new CopyOnWriteArrayList<>();
    final List<Long> objects = new CopyOnWriteArrayList<>();
    final List<FoundObjects> found = new CopyOnWriteArrayList<>();
    final List<Completeness> ends = new CopyOnWriteArrayList<>();
    final List<Thread> threads = new CopyOnWriteArrayList<>();

    @Override
    public void batch(CatalogBatch batch) {
        threads.add(Thread.currentThread());
        batches.add(batch);
    }

    @Override
    public void ended(Completeness completeness) {
        ends.add(completeness);
    }

    @Override
    public void counted(OutputTable soFar) {
        counts.add(soFar.counts());
    }

    @Override
    public void ended(OutputTable last, Completeness completeness) {
        counts.add(last.counts());
        ends.add(completeness);
    }

    @Override
    public void counted(long soFar, long bytes) {
        objects.add(soFar);
    }

    @Override
    public void ended(FoundObjects last, Completeness completeness) {
        found.add(last);
        ends.add(completeness);
    }
}
