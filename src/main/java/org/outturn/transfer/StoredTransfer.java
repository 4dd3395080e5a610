package org.outturn.transfer;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Failure;
import org.outturn.storage.ObjectAddress;

/**
 * A planned transfer as it is written down.
 *
 * @param upload what to do, if it is an upload
 * @param download what to do, if it is a download; neither when the plan leaves it out
 */
record StoredTransfer(
        Direction direction,
        Optional<ObjectAddress> address,
        String file,
        long bytes,
        String group,
        String reasonKey,
        @Nullable UploadTask upload,
        @Nullable DownloadTask download) {

    static StoredTransfer of(PlannedTransfer planned) {
        return new StoredTransfer(
                planned.direction(),
                planned.address(),
                planned.file().toString(),
                planned.bytes(),
                planned.group(),
                planned.reasonKey(),
                planned.task() instanceof UploadTask up ? up : null,
                planned.task() instanceof DownloadTask down ? down : null);
    }

    PlannedTransfer planned(@Nullable Failure refusal) {
        return new PlannedTransfer(
                direction,
                address,
                Path.of(file),
                bytes,
                group,
                reasonKey,
                upload != null ? upload : download,
                refusal);
    }
}
