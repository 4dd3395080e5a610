package org.outturn.transfer;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.outturn.failure.Failure;
import org.outturn.storage.ObjectAddress;

/**
 * One transfer at one moment. A transfer that has not changed keeps the same instance from one
 * {@link QueueSnapshot} to the next.
 *
 * @param batch the plan it came with
 * @param group what was dropped or chosen that the file lies in, for instance a folder's name;
 *     empty for a file that was dropped by itself
 * @param address the object that comes to be, is read or is deleted; empty only for a file that was
 *     refused because it has no possible key
 * @param source the object that it is copied or moved from; empty in all other transfers
 * @param file the local file; the empty path for what the server does by itself
 * @param totalBytes as planned
 * @param doneBytes 0 to {@code totalBytes}; never goes back within one attempt
 * @param reasonKey the message key of the plan's reason, for instance {@code
 *     upload.reason.same_content}
 * @param failure why it failed; also set while it waits to be tried again
 * @param attempts how often it was begun since it was submitted or retried by hand
 * @param bytesPerSecond smoothed; 0 unless running
 * @param canRetry whether {@link TransferQueue#retry} would do something
 * @param started when it was begun first since it was submitted or retried by hand; empty if it was
 *     not, or was before the program was started
 * @param ended when it came to its end; empty if it has not, or did before the program was started
 */
public record TransferSnapshot(
        TransferId id,
        BatchId batch,
        Direction direction,
        String group,
        Optional<ObjectAddress> address,
        Optional<ObjectAddress> source,
        Path file,
        long totalBytes,
        long doneBytes,
        TransferState state,
        String reasonKey,
        Optional<Failure> failure,
        int attempts,
        double bytesPerSecond,
        boolean canRetry,
        Optional<Instant> started,
        Optional<Instant> ended) {}
