package org.outturn.upload;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectEntry;

/** Holds local files against what was listed. */
final class RemoteComparison {
    private final Map<String, ObjectEntry> there;
    private final Cancellation cancellation;
    private final PlanListener listener;
    private long read;

    /**
     * @param there what was listed, by key
     */
    RemoteComparison(
            Map<String, ObjectEntry> there, Cancellation cancellation, PlanListener listener) {
        this.there = there;
        this.cancellation = cancellation;
        this.listener = listener;
    }

    UploadReason finding(Candidate candidate) {
        ObjectEntry entry = there.get(candidate.key());
        LocalFile local = candidate.local();
        if (entry == null) {
            return UploadReason.NEW;
        }
        if (entry.size() != local.size()) {
            return UploadReason.OTHER_SIZE;
        }
        if (LocalMd5.comparable(entry.etag(), entry.size())) {
            return sameBytes(local.file(), entry.etag());
        }
        // some stores keep whole seconds only
        boolean newer = local.modified().truncatedTo(ChronoUnit.SECONDS).isAfter(entry.modified());
        return newer ? UploadReason.LOCAL_NEWER : UploadReason.SAME_SIZE;
    }

    private UploadReason sameBytes(Path file, String etag) {
        listener.planning(PlanListener.Stage.COMPARING, ++read);
        try {
            return LocalMd5.matches(file, etag, cancellation)
                    ? UploadReason.SAME_CONTENT
                    : UploadReason.OTHER_CONTENT;
        } catch (NoSuchFileException e) {
            return UploadReason.VANISHED;
        } catch (IOException e) {
            return UploadReason.UNREADABLE;
        }
    }
}
