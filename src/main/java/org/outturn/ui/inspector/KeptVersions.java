package org.outturn.ui.inspector;

import java.util.List;
import java.util.Optional;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.storage.BucketVersioning;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ObjectVersion;
import org.outturn.storage.ObjectVersions;

/**
 * The older versions of an object, as far as they may be known.
 *
 * @param versioning what the bucket does with older versions; empty if that is not known
 * @param versions of the object with the current one, the newest first
 * @param unlisted why they could not be listed; empty if they could
 */
record KeptVersions(
        Optional<BucketVersioning> versioning,
        ObjectVersions versions,
        Optional<Failure> unlisted) {
    /** An object that has no other versions. */
    static final KeptVersions NONE =
            new KeptVersions(
                    Optional.of(BucketVersioning.OFF),
                    new ObjectVersions(List.of(), false),
                    Optional.empty());

    /** Asks the server; blocks. What is denied is said in the answer. */
    static KeptVersions ask(
            ObjectStore store, ObjectAddress address, int most, Cancellation cancellation) {
        Optional<BucketVersioning> versioning;
        try {
            versioning = Optional.of(store.versioning(address.bucket()));
        } catch (FailureException e) {
            versioning = Optional.empty();
        }
        try {
            // the current one comes too
            ObjectVersions found = store.versions(address, most + 1, cancellation);
            return new KeptVersions(versioning, found, Optional.empty());
        } catch (FailureException e) {
            return new KeptVersions(
                    versioning, new ObjectVersions(List.of(), false), Optional.of(e.failure()));
        }
    }

    /** All but the current one. */
    List<ObjectVersion> older() {
        return versions.versions().stream().filter(version -> !version.latest()).toList();
    }
}
