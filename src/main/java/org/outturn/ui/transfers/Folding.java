package org.outturn.ui.transfers;

import java.util.HashSet;
import java.util.Set;

/**
 * Which folders show their files. Without a filter they do when they were unfolded; with one they
 * do unless they were folded, because the files are what is looked for. Immutable.
 */
record Folding(Set<PanelRow.Folder.Key> unfolded, Set<PanelRow.Folder.Key> foldedInFilter) {
    static final Folding ALL_FOLDED = new Folding(Set.of(), Set.of());

    Folding {
        unfolded = Set.copyOf(unfolded);
        foldedInFilter = Set.copyOf(foldedInFilter);
    }

    boolean shows(PanelRow.Folder.Key folder, RowFilter filter) {
        return filter.isNone() ? unfolded.contains(folder) : !foldedInFilter.contains(folder);
    }

    Folding with(PanelRow.Folder.Key folder, RowFilter filter, boolean shown) {
        boolean in = filter.isNone() == shown;
        return filter.isNone()
                ? new Folding(changed(unfolded, folder, in), foldedInFilter)
                : new Folding(unfolded, changed(foldedInFilter, folder, in));
    }

    /** Another filter begins with all that it finds in sight. */
    Folding withAnotherFilter() {
        return new Folding(unfolded, Set.of());
    }

    private static Set<PanelRow.Folder.Key> changed(
            Set<PanelRow.Folder.Key> set, PanelRow.Folder.Key folder, boolean in) {
        Set<PanelRow.Folder.Key> next = new HashSet<>(set);
        if (in) {
            next.add(folder);
        } else {
            next.remove(folder);
        }
        return next;
    }
}
