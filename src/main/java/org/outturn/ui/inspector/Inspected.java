package org.outturn.ui.inspector;

import java.util.List;
import java.util.Optional;
import org.outturn.catalog.OutputRow;
import org.outturn.evidence.Unheard;
import org.outturn.lifecycle.Coverage;
import org.outturn.pipeline.status.OutputStatus;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.Prefix;

/** What the inspector looks at. */
public sealed interface Inspected {

    /** The object whose content is shown; empty where there is none, or several. */
    default Optional<ObjectAddress> subject() {
        return switch (this) {
            case OneObject(ObjectAddress address) -> Optional.of(address);
            case OneOutput output -> output.object();
            case Nothing(), OneFolder(_), Several(_, _, _), Rules(_) -> Optional.empty();
        };
    }

    /** Nothing is selected: the place itself is shown. */
    record Nothing() implements Inspected {}

    /** One object. */
    record OneObject(ObjectAddress address) implements Inspected {}

    /** One folder. */
    record OneFolder(Prefix prefix) implements Inspected {}

    /**
     * One output.
     *
     * @param name for people
     * @param status by all witnesses that were heard
     * @param object the object that it is; empty if it has several
     * @param unheard witnesses that could not be asked
     */
    record OneOutput(
            OutputRow row,
            String name,
            OutputStatus status,
            Optional<ObjectAddress> object,
            List<Unheard> unheard)
            implements Inspected {
        public OneOutput {
            unheard = List.copyOf(unheard);
        }
    }

    /** The lifecycle rules of the bucket, and for how much they hold. */
    record Rules(Coverage coverage) implements Inspected {}

    /**
     * Several rows.
     *
     * @param objects how many of them are objects
     * @param folders how many of them are folders
     * @param bytes the size of the objects together
     */
    record Several(int objects, int folders, long bytes) implements Inspected {}
}
