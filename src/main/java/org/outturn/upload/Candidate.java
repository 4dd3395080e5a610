package org.outturn.upload;

import java.util.Optional;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.StoreOptions;

/**
 * A local file with what is known of its key.
 *
 * @param target empty when it has no possible key
 * @param finding what was found out, before any policy: a problem, or how it compares
 */
record Candidate(LocalFile local, Optional<ObjectAddress> target, UploadReason finding) {

    Candidate with(UploadReason other) {
        return new Candidate(local, target, other);
    }

    /** The key, or where there is none the name. */
    String key() {
        return target.map(ObjectAddress::key).orElse(local.name());
    }

    PlannedFile planned(
            Optional<ObjectAddress> to,
            UploadAction action,
            UploadReason reason,
            StoreOptions options) {
        return new PlannedFile(
                local.file(),
                local.name(),
                to,
                local.size(),
                local.modified(),
                action,
                reason,
                options);
    }
}
