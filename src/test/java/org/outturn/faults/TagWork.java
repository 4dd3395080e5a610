package org.outturn.faults;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectTags;
import org.outturn.storage.TestBucket;
import org.outturn.tagging.TagEdit;
import org.outturn.tagging.TagPlan;
import org.outturn.transfer.BatchListener;
import org.outturn.transfer.TransferQueue;

/** The tags of one object, read, changed and written: all of them or none. */
final class TagWork implements Work {
    private static final ObjectTags BEFORE = ObjectTags.of(Map.of("old", "1", "keep", "2"));
    private static final ObjectTags AFTER = ObjectTags.of(Map.of("client", "agar", "keep", "2"));

    private final TestBucket bucket;
    private final ObjectAddress object;

    /**
     * @param bucket reached without the proxy
     */
    TagWork(TestBucket bucket, String key) {
        this.bucket = bucket;
        this.object = bucket.put(key, new byte[1]);
        bucket.store().setTags(object, BEFORE);
    }

    @Override
    public void submit(TransferQueue queue) {
        var edit =
                new TagEdit(
                        ObjectTags.of(Map.of("client", "agar")),
                        new TreeSet<>(List.of("old")),
                        false);
        queue.submit(
                TagPlan.of(List.of(object), edit, _ -> Optional.empty(), LocalDate.EPOCH),
                BatchListener.NONE);
    }

    @Override
    public List<String> wrong() {
        ObjectTags now = bucket.store().tags(object);
        return now.equals(BEFORE) || now.equals(AFTER) ? List.of() : List.of(now.toString());
    }

    @Override
    public List<String> missing() {
        ObjectTags now = bucket.store().tags(object);
        return now.equals(AFTER) ? List.of() : List.of(now.toString());
    }
}
