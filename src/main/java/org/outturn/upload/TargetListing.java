package org.outturn.upload;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;

/**
 * What is at the keys of a plan, by listing and not by a request for each: one listing of the files
 * dropped directly, which does not go down into the folders of a full bucket, and one for each
 * dropped folder; when those are many, one of everything below the target.
 */
public final class TargetListing {
    private static final int MOST_FOLDERS = 16;
    private static final Pattern NUMBERED = Pattern.compile(" \\([0-9]+\\)(\\.[^./]*)?$");

    private final ObjectStore store;
    private final Set<String> wanted;
    private final Cancellation cancellation;
    private final PlanListener listener;
    private final Map<String, ObjectEntry> found = new HashMap<>();
    private final Set<String> numbered = new HashSet<>();
    private long seen;

    /**
     * @param wanted the keys of the plan
     */
    public TargetListing(
            ObjectStore store,
            Set<String> wanted,
            Cancellation cancellation,
            PlanListener listener) {
        this.store = store;
        this.wanted = wanted;
        this.cancellation = cancellation;
        this.listener = listener;
    }

    /**
     * Asks the server; to be called once.
     *
     * @param target what every wanted key begins with, but for a slash that it may lack
     * @throws org.outturn.failure.FailureException if it may not be listed, or cannot be
     */
    public void read(Prefix target) {
        if (wanted.isEmpty()) {
            return;
        }
        int level = Keys.base(target).length();
        List<String> direct = new ArrayList<>();
        Map<String, List<String>> folders = new TreeMap<>();
        for (String key : wanted) {
            int slash = key.indexOf('/', level);
            if (slash < 0) {
                direct.add(key);
            } else {
                folders.computeIfAbsent(key.substring(0, slash), f -> new ArrayList<>()).add(key);
            }
        }
        if (folders.size() > MOST_FOLDERS) {
            list(target.bucket(), wanted, "");
            return;
        }
        if (!direct.isEmpty()) {
            list(target.bucket(), direct, "/");
        }
        folders.values().forEach(keys -> list(target.bucket(), keys, ""));
    }

    /** What is there, by key; only keys of the plan. */
    public Map<String, ObjectEntry> found() {
        return found;
    }

    /** Keys that end like {@code name (2).ext}. */
    public Set<String> numbered() {
        return numbered;
    }

    private void list(String bucket, Collection<String> keys, String delimiter) {
        Prefix start = new Prefix(bucket, Keys.commonStart(keys));
        store.list(
                start,
                delimiter,
                "",
                cancellation,
                page -> {
                    page.objects().forEach(this::note);
                    seen += page.objects().size();
                    listener.planning(PlanListener.Stage.LISTING, seen);
                });
    }

    private void note(ObjectEntry entry) {
        if (wanted.contains(entry.key())) {
            found.put(entry.key(), entry);
        }
        if (NUMBERED.matcher(entry.key()).find()) {
            numbered.add(entry.key());
        }
    }
}
