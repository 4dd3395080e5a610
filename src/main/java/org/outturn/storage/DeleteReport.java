package org.outturn.storage;

import java.util.List;
import java.util.Map;
import org.outturn.failure.Failure;

/**
 * What became of a bulk delete.
 *
 * @param deleted the keys that are gone now
 * @param failed the keys that are still there, and why
 */
public record DeleteReport(List<String> deleted, Map<String, Failure> failed) {
    public DeleteReport {
        deleted = List.copyOf(deleted);
        failed = Map.copyOf(failed);
    }
}
