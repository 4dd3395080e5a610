package org.outturn.transfer;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Failure;
import org.outturn.storage.ObjectAddress;

/**
 * A planned transfer as it is written down.
 *
 * @param upload what to do, if it is an upload
 * @param download what to do, if it is a download
 * @param copy what to do, if it is a copy or a move
 * @param delete what to do, if it is deleted
 * @param tag what to do, if its tags change; none of the five when the plan leaves it out
 */
record StoredTransfer(
        Direction direction,
        Optional<ObjectAddress> address,
        @Nullable ObjectAddress source,
        String file,
        long bytes,
        String group,
        String reasonKey,
        @Nullable UploadTask upload,
        @Nullable DownloadTask download,
        @Nullable CopyTask copy,
        @Nullable DeleteTask delete,
        @Nullable TagTask tag) {

    static StoredTransfer of(PlannedTransfer planned) {
        return new StoredTransfer(
                planned.direction(),
                planned.address(),
                planned.source().orElse(null),
                planned.file().toString(),
                planned.bytes(),
                planned.group(),
                planned.reasonKey(),
                planned.task() instanceof UploadTask up ? up : null,
                planned.task() instanceof DownloadTask down ? down : null,
                planned.task() instanceof CopyTask same ? same : null,
                planned.task() instanceof DeleteTask gone ? gone : null,
                planned.task() instanceof TagTask tags ? tags : null);
    }

    PlannedTransfer planned(@Nullable Failure refusal) {
        return new PlannedTransfer(
                direction,
                address,
                Optional.ofNullable(source),
                Path.of(file),
                bytes,
                group,
                reasonKey,
                task(),
                refusal);
    }

    private @Nullable TransferTask task() {
        return Stream.of(upload, download, copy, delete, tag)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
