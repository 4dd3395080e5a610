package org.outturn.rearrange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.ObjectStore;

/**
 * Looks what the chosen objects are now. By its ETag a later attempt tells the object that was
 * meant from another one of the same key, and its copy from somebody else's object.
 */
final class SourceLook {
    /** More objects than these are listed together, not asked for one by one. */
    private static final int MOST_SINGLE = 20;

    private final ObjectStore store;
    private final Cancellation cancellation;

    SourceLook(ObjectStore store, Cancellation cancellation) {
        this.store = store;
        this.cancellation = cancellation;
    }

    /**
     * The same selection with the ETags that were unknown. What is not there any more, or may not
     * be looked at, stays as it is: carrying it out will say so.
     */
    RearrangeSelection complete(RearrangeSelection selection) {
        List<ObjectEntry> unknown =
                selection.objects().stream().filter(entry -> entry.etag().isEmpty()).toList();
        if (unknown.isEmpty()) {
            return selection;
        }
        Map<String, ObjectEntry> found = new HashMap<>();
        try {
            if (unknown.size() > MOST_SINGLE) {
                list(selection, found);
            } else {
                ask(selection, unknown, found);
            }
        } catch (FailureException e) {
            if (!(e.failure() instanceof Failure.AccessDenied)) {
                throw e;
            }
        }
        List<ObjectEntry> objects = new ArrayList<>(selection.objects());
        objects.replaceAll(
                entry -> entry.etag().isEmpty() ? found.getOrDefault(entry.key(), entry) : entry);
        return new RearrangeSelection(selection.base(), objects, selection.prefixes());
    }

    private void list(RearrangeSelection selection, Map<String, ObjectEntry> found) {
        store.list(
                selection.base(),
                "/",
                "",
                cancellation,
                page -> page.objects().forEach(entry -> found.put(entry.key(), entry)));
    }

    private void ask(
            RearrangeSelection selection,
            List<ObjectEntry> unknown,
            Map<String, ObjectEntry> found) {
        for (ObjectEntry entry : unknown) {
            cancellation.check();
            store.find(new ObjectAddress(selection.base().bucket(), entry.key()))
                    .ifPresent(now ->
                            found.put(
                                    entry.key(),
                                    new ObjectEntry(
                                            entry.key(),
                                            now.size(),
                                            now.modified(),
                                            now.storageClass(),
                                            now.etag())));
        }
    }
}
