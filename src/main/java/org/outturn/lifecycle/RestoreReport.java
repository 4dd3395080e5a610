package org.outturn.lifecycle;

import java.util.List;
import org.outturn.failure.Failure;
import org.outturn.storage.ObjectAddress;

/**
 * What came of having many objects restored.
 *
 * @param asked of how many the server has taken the request
 * @param underWay how many were being restored already
 * @param readable how many are in no archive
 * @param refused those that could not be asked for, with the reason
 * @param left how many were not come to
 */
public record RestoreReport(
        int asked, int underWay, int readable, List<Refused> refused, int left) {

    /** One that could not be asked for. */
    public record Refused(ObjectAddress object, Failure why) {}

    public RestoreReport {
        refused = List.copyOf(refused);
    }
}
