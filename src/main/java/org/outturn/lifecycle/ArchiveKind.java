package org.outturn.lifecycle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.outturn.storage.RestoreTier;

/** The archives that objects must be restored from (S3 User Guide, "Archive retrieval options"). */
public enum ArchiveKind {
    /** The storage class {@code GLACIER}. */
    FLEXIBLE(false),
    /** The storage class {@code DEEP_ARCHIVE}. */
    DEEP(false),
    /** The archive tier of {@code INTELLIGENT_TIERING}. */
    INTELLIGENT(true),
    /** The deep archive tier of {@code INTELLIGENT_TIERING}. */
    INTELLIGENT_DEEP(true);

    private static final Speed EXPEDITED =
            new Speed(RestoreTier.EXPEDITED, Duration.ofMinutes(1), Duration.ofMinutes(5));
    private static final List<Speed> OF_FLEXIBLE =
            List.of(
                    EXPEDITED,
                    new Speed(RestoreTier.STANDARD, Duration.ofHours(3), Duration.ofHours(5)),
                    new Speed(RestoreTier.BULK, Duration.ofHours(5), Duration.ofHours(12)));
    private static final List<Speed> OF_DEEP =
            List.of(
                    new Speed(RestoreTier.STANDARD, Duration.ZERO, Duration.ofHours(12)),
                    new Speed(RestoreTier.BULK, Duration.ZERO, Duration.ofHours(48)));

    private final boolean forGood;

    ArchiveKind(boolean forGood) {
        this.forGood = forGood;
    }

    /**
     * How long restoring takes as a rule.
     *
     * @param from zero where only an upper bound is given
     */
    public record Speed(RestoreTier tier, Duration from, Duration to) {}

    /**
     * The archive that an object is in; empty when it can be read as it is.
     *
     * @param archiveStatus the {@code x-amz-archive-status} header; empty when there is none
     */
    public static Optional<ArchiveKind> of(String storageClass, String archiveStatus) {
        return switch (storageClass) {
            case "GLACIER" -> Optional.of(FLEXIBLE);
            case "DEEP_ARCHIVE" -> Optional.of(DEEP);
            default ->
                    switch (archiveStatus) {
                        case "ARCHIVE_ACCESS" -> Optional.of(INTELLIGENT);
                        case "DEEP_ARCHIVE_ACCESS" -> Optional.of(INTELLIGENT_DEEP);
                        default -> Optional.empty();
                    };
        };
    }

    /** The speeds that can be asked for, the fastest first. */
    public List<Speed> speeds() {
        return this == FLEXIBLE || this == INTELLIGENT ? OF_FLEXIBLE : OF_DEEP;
    }

    /** Whether the object itself comes back, not a copy for some days. */
    public boolean comesBackForGood() {
        return forGood;
    }
}
