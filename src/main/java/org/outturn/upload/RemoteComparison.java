package org.outturn.upload;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.outturn.storage.Cancellation;
import org.outturn.storage.FileEtag;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectEntry;

/** Holds local files against what was listed. */
final class RemoteComparison {
    /** Larger files are not read just to be compared, unless that is asked for: 64 MiB. */
    private static final long MOST_READ_BYTES = 64L << 20;

    /** The coarsest times of common disks are two seconds apart (FAT). */
    private static final Duration SAME = Duration.ofSeconds(2);

    private final Map<String, ObjectEntry> there;
    private final CompareBy compareBy;
    private final Cancellation cancellation;
    private final PlanListener listener;
    private long read;

    /**
     * @param there what was listed, by key
     */
    RemoteComparison(
            Map<String, ObjectEntry> there,
            CompareBy compareBy,
            Cancellation cancellation,
            PlanListener listener) {
        this.there = there;
        this.compareBy = compareBy;
        this.cancellation = cancellation;
        this.listener = listener;
    }

    /** What the listing tells of a file; it may leave it {@link #isOpen open}. */
    UploadReason finding(Candidate candidate) {
        ObjectEntry entry = there.get(candidate.key());
        LocalFile local = candidate.local();
        if (entry == null) {
            return UploadReason.NEW;
        }
        if (entry.size() != local.size()) {
            return UploadReason.OTHER_SIZE;
        }
        boolean comparable = FileEtag.comparable(entry.etag(), entry.size());
        return switch (compareBy) {
            case SIZE_AND_CHECKSUM ->
                    comparable && entry.size() <= MOST_READ_BYTES
                            ? byContent(local.file(), entry.etag())
                            : byTime(local, entry);
            case SIZE_AND_TIME -> byTime(local, entry);
            case CHECKSUM ->
                    comparable
                            ? byContent(local.file(), entry.etag())
                            : UploadReason.NOT_COMPARABLE;
        };
    }

    /**
     * Whether the time that the file had when it was stored could tell more. An ETag that does not
     * fit leaves nothing open, though it may be no MD5: better once too often than once too little.
     */
    static boolean isOpen(Candidate candidate) {
        return candidate.finding() == UploadReason.SAME_SIZE;
    }

    /** The addresses of what the listing has left open. */
    static List<ObjectAddress> open(List<Candidate> candidates) {
        List<ObjectAddress> open = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (isOpen(candidate)) {
                candidate.target().ifPresent(open::add);
            }
        }
        return open;
    }

    /** What a stored time tells of a file that the listing has left open. */
    static UploadReason byTime(Candidate candidate, Instant stored) {
        Duration apart = Duration.between(stored, candidate.local().modified()).abs();
        return apart.compareTo(SAME) < 0 ? UploadReason.SAME_TIME : UploadReason.OTHER_TIME;
    }

    private static UploadReason byTime(LocalFile local, ObjectEntry entry) {
        // some stores keep whole seconds only
        boolean newer = local.modified().truncatedTo(ChronoUnit.SECONDS).isAfter(entry.modified());
        return newer ? UploadReason.LOCAL_NEWER : UploadReason.SAME_SIZE;
    }

    private UploadReason byContent(Path file, String etag) {
        listener.planning(PlanListener.Stage.COMPARING, ++read);
        try {
            return FileEtag.matches(file, etag, cancellation)
                    ? UploadReason.SAME_CONTENT
                    : UploadReason.OTHER_CONTENT;
        } catch (NoSuchFileException e) {
            return UploadReason.VANISHED;
        } catch (IOException e) {
            return UploadReason.UNREADABLE;
        }
    }
}
