package org.outturn.ui.tagging;

import java.util.List;
import org.outturn.storage.ObjectAddress;

/**
 * The objects whose tags are to be changed.
 *
 * @param objects each once
 * @param more whether there are more than were looked for
 * @param withoutDay of how many the day of their output is not known
 */
record TagSubjects(List<ObjectAddress> objects, boolean more, int withoutDay) {
    TagSubjects {
        objects = List.copyOf(objects);
    }
}
