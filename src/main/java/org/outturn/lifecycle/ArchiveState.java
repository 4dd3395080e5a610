package org.outturn.lifecycle;

import java.time.Instant;
import java.util.Optional;
import org.outturn.storage.ObjectDetails;

/** Whether an object can be read, or has to be brought back first. */
public sealed interface ArchiveState {

    /** It can be read. */
    record Available() implements ArchiveState {}

    /** It has to be restored. */
    record Archived(ArchiveKind kind) implements ArchiveState {}

    /** That is under way. */
    record Restoring(ArchiveKind kind) implements ArchiveState {}

    /**
     * It can be read for the time being.
     *
     * @param until when its restored copy goes; {@link Instant#MAX} when the server does not say
     */
    record Restored(ArchiveKind kind, Instant until) implements ArchiveState {}

    /**
     * @param archiveStatus the {@code x-amz-archive-status} header; empty when there is none
     * @param restore the {@code x-amz-restore} header, if there is one
     * @param now what time it is
     */
    static ArchiveState of(
            String storageClass,
            String archiveStatus,
            Optional<RestoreHeader> restore,
            Instant now) {
        Optional<ArchiveKind> in = ArchiveKind.of(storageClass, archiveStatus);
        if (in.isEmpty()) {
            return new Available();
        }
        ArchiveKind kind = in.get();
        if (restore.isEmpty()) {
            return new Archived(kind);
        }
        if (restore.get().ongoing()) {
            return new Restoring(kind);
        }
        Instant until = restore.get().until().orElse(Instant.MAX);
        return until.isAfter(now) ? new Restored(kind, until) : new Archived(kind);
    }

    /** As HeadObject tells. */
    static ArchiveState of(ObjectDetails details, Instant now) {
        return of(
                details.storageClass(),
                details.headers().getOrDefault("x-amz-archive-status", ""),
                Optional.ofNullable(details.headers().get("x-amz-restore"))
                        .flatMap(RestoreHeader::parse),
                now);
    }
}
