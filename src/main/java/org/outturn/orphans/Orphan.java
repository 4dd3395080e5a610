package org.outturn.orphans;

import java.time.Instant;
import java.util.OptionalLong;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.UnfinishedUpload;

/** One thing that was left behind. */
public sealed interface Orphan {

    /** An object. */
    record Stored(OrphanKind kind, OrphanReason reason, ObjectEntry object) implements Orphan {
        @Override
        public String key() {
            return object.key();
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.of(object.size());
        }

        @Override
        public Instant since() {
            return object.modified();
        }
    }

    /**
     * The parts of an upload that never ended. Their size is not in the list of uploads (S3 API
     * reference, ListMultipartUploads).
     */
    record Parts(UnfinishedUpload upload) implements Orphan {
        @Override
        public OrphanKind kind() {
            return OrphanKind.BROKEN_UPLOAD;
        }

        @Override
        public OrphanReason reason() {
            return new OrphanReason.NeverEnded(upload.initiated());
        }

        @Override
        public String key() {
            return upload.target().key();
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.empty();
        }

        @Override
        public Instant since() {
            return upload.initiated();
        }
    }

    OrphanKind kind();

    OrphanReason reason();

    /** The object's key, or the one that the upload was for. */
    String key();

    /** In bytes; empty if nobody knows. */
    OptionalLong size();

    /** When it was stored or begun, by the server's clock. */
    Instant since();
}
