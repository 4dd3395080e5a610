package org.outturn.transfer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.outturn.tagging.TagPlan;

/** Lines of a plan of tags as the queue needs them. */
final class PlannedTagging {
    /** Why an object is left out. */
    static final String NO_DAY = "tags.reason.noDay";

    /** What the lines of a plan lie in, when there are several. */
    static final String GROUP = "tags";

    private static final Path NO_FILE = Path.of("");

    private PlannedTagging() {}

    static List<PlannedTransfer> of(TagPlan plan) {
        String group = plan.objects().size() > 1 ? GROUP : "";
        return plan.objects().stream().map(object -> of(object, group)).toList();
    }

    private static PlannedTransfer of(TagPlan.PlannedTags object, String group) {
        return new PlannedTransfer(
                Direction.TAG,
                Optional.of(object.address()),
                NO_FILE,
                0,
                group,
                object.edit().isPresent() ? "" : NO_DAY,
                object.edit().map(edit -> new TagTask(object.address(), edit)).orElse(null),
                null);
    }
}
