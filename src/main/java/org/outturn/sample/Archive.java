package org.outturn.sample;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What cannot be read until it is restored (S3 User Guide, "Working with archived objects"). What
 * takes S3 minutes to days takes seconds here, so that all of it can be seen.
 */
final class Archive {
    static final String RESTORE = "x-amz-restore";

    /**
     * Kept with the object, never sent: when the copy is there, and until when, in epoch millis.
     */
    private static final String READY = "sample-restore-ready";

    private static final String UNTIL = "sample-restore-until";

    /** The names of what is kept so; it belongs to this very copy and to no copy of it. */
    static final Set<String> KEPT = Set.of(READY, UNTIL);

    private static final Set<String> CLASSES = Set.of("GLACIER", "DEEP_ARCHIVE");
    private static final Map<String, Duration> TIERS =
            Map.of(
                    "Expedited", Duration.ofSeconds(1),
                    "Standard", Duration.ofSeconds(3),
                    "Bulk", Duration.ofSeconds(5));

    private final Clock clock;

    Archive(Clock clock) {
        this.clock = clock;
    }

    /** Where the restored copy of an archived object has come to. */
    private enum Copy {
        NONE,
        UNDER_WAY,
        THERE
    }

    static boolean isArchived(StoredObject object) {
        return CLASSES.contains(object.attributes().storageClass());
    }

    /**
     * @throws S3Error {@code InvalidObjectState} for what is archived and not restored
     */
    void requireReadable(StoredObject object) {
        if (isArchived(object) && copy(object) != Copy.THERE) {
            throw new S3Error(
                            403,
                            "InvalidObjectState",
                            "The operation is not valid for the object's storage class")
                    .detail("StorageClass", object.attributes().storageClass());
        }
    }

    /** The {@code x-amz-restore} header; null when nobody has asked, or the copy has gone. */
    @Nullable String header(StoredObject object) {
        return switch (copy(object)) {
            case NONE -> null;
            case UNDER_WAY -> "ongoing-request=\"true\"";
            case THERE ->
                    "ongoing-request=\"false\", expiry-date=\"%s\""
                            .formatted(S3Response.httpDate(instant(object, UNTIL)));
        };
    }

    /**
     * Begins to restore an object, or has the copy that is there last longer.
     *
     * @return the object as it is now
     */
    StoredObject restore(StoredObject object, int days, String tier) {
        Duration takes = TIERS.get(tier);
        if (!isArchived(object)) {
            throw new S3Error(
                    403,
                    "InvalidObjectState",
                    "Restore is not allowed for the object's current storage class");
        }
        if (takes == null
                || tier.equals("Expedited")
                        && object.attributes().storageClass().equals("DEEP_ARCHIVE")) {
            throw S3Error.invalidArgument(
                    "Retrieval option is not supported by this storage class");
        }
        Instant ready =
                switch (copy(object)) {
                    case NONE -> clock.instant().plus(takes);
                    case UNDER_WAY ->
                            throw new S3Error(
                                    409,
                                    "RestoreAlreadyInProgress",
                                    "Object restore is already in progress");
                    case THERE -> clock.instant();
                };
        Instant until = ready.plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.DAYS);
        return object.withAttributes(
                object.attributes()
                        .withHeader(READY, Long.toString(ready.toEpochMilli()))
                        .withHeader(
                                UNTIL,
                                Long.toString(until.plus(1, ChronoUnit.DAYS).toEpochMilli())));
    }

    boolean isRestored(StoredObject object) {
        return copy(object) == Copy.THERE;
    }

    private Copy copy(StoredObject object) {
        if (!object.attributes().headers().containsKey(READY)
                || !clock.instant().isBefore(instant(object, UNTIL))) {
            return Copy.NONE;
        }
        return clock.instant().isBefore(instant(object, READY)) ? Copy.UNDER_WAY : Copy.THERE;
    }

    private static Instant instant(StoredObject object, String name) {
        String millis = object.attributes().headers().getOrDefault(name, "0");
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
