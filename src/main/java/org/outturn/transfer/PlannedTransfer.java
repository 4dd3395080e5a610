package org.outturn.transfer;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.outturn.download.DownloadPlan;
import org.outturn.download.PlannedDownload;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.Technical;
import org.outturn.storage.ObjectAddress;
import org.outturn.upload.PlannedFile;
import org.outturn.upload.UploadPlan;
import org.outturn.upload.UploadReason;

/**
 * One line of a plan as the queue needs it.
 *
 * @param address the object that comes to be, is read or is deleted; empty where it can have no key
 * @param source the object that it is copied or moved from; empty in all other transfers
 * @param file the local file; the empty path where no byte comes here
 * @param bytes its size
 * @param group what was dropped or chosen that it lies in; empty when it lies in nothing
 * @param task what to do; {@code null} when the plan leaves it out
 * @param refusal why the plan refused it; {@code null} when it did not
 */
record PlannedTransfer(
        Direction direction,
        Optional<ObjectAddress> address,
        Optional<ObjectAddress> source,
        Path file,
        long bytes,
        String group,
        String reasonKey,
        @Nullable TransferTask task,
        @Nullable Failure refusal) {

    /** Of a local file. */
    PlannedTransfer(
            Direction direction,
            Optional<ObjectAddress> address,
            Path file,
            long bytes,
            String group,
            String reasonKey,
            @Nullable TransferTask task,
            @Nullable Failure refusal) {
        this(direction, address, Optional.empty(), file, bytes, group, reasonKey, task, refusal);
    }

    static List<PlannedTransfer> of(UploadPlan plan) {
        Names names = new Names();
        return plan.files().stream().map(file -> of(file, plan, names)).toList();
    }

    static List<PlannedTransfer> of(DownloadPlan plan) {
        Names names = new Names();
        return plan.objects().stream().map(object -> of(object, plan, names)).toList();
    }

    /** Where such a transfer begins. */
    TransferState firstState() {
        if (refusal != null) {
            return TransferState.FAILED;
        }
        return task == null ? TransferState.SKIPPED : TransferState.WAITING;
    }

    /** How many bytes it moves; none when it deletes or tags. */
    long bytesToMove() {
        return direction == Direction.DELETE ? 0 : bytes;
    }

    /**
     * Whether an attempt may leave something behind when nobody hears how it ends.
     *
     * @param smallBytes up to which size files go in one piece
     */
    boolean mayLeaveTraces(long smallBytes) {
        return switch (direction) {
            case UPLOAD, DOWNLOAD -> bytes > smallBytes;
            case COPY, MOVE -> CopyTask.mayGoInParts(bytes);
            case DELETE, TAG -> false;
        };
    }

    /** The objects that it makes, replaces or deletes; a listing shows nothing of tags. */
    List<ObjectAddress> changes() {
        return switch (direction) {
            case UPLOAD, COPY, MOVE, DELETE ->
                    Stream.concat(address.stream(), movedFrom().stream()).toList();
            case DOWNLOAD, TAG -> List.of();
        };
    }

    private Optional<ObjectAddress> movedFrom() {
        return direction == Direction.MOVE ? source : Optional.empty();
    }

    /** The attempt that a failure of it is about. */
    Attempt attempt() {
        return new Attempt(
                switch (direction) {
                    case UPLOAD -> "PutObject";
                    case DOWNLOAD -> "GetObject";
                    case COPY, MOVE -> "CopyObject";
                    case DELETE -> "DeleteObject";
                    case TAG -> "PutObjectTagging";
                },
                address.map(ObjectAddress::s3Uri).orElseGet(file::toString));
    }

    private static PlannedTransfer of(PlannedFile file, UploadPlan plan, Names names) {
        TransferTask task =
                switch (file.action()) {
                    case CREATE, REPLACE -> new UploadTask(file, plan.comparison());
                    case SKIP, REFUSE -> null;
                };
        Failure refusal =
                switch (file.action()) {
                    case REFUSE -> refusal(file);
                    case CREATE, REPLACE, SKIP -> null;
                };
        return new PlannedTransfer(
                Direction.UPLOAD,
                file.target(),
                file.file(),
                file.size(),
                names.group(file.name()),
                file.reason().messageKey(),
                task,
                refusal);
    }

    private static PlannedTransfer of(PlannedDownload object, DownloadPlan plan, Names names) {
        TransferTask task =
                switch (object.action()) {
                    case CREATE, REPLACE, FOLDER ->
                            new DownloadTask(object, plan.folder(), UUID.randomUUID().toString());
                    case SKIP, REFUSE -> null;
                };
        Failure refusal =
                switch (object.action()) {
                    case REFUSE ->
                            new Failure.Invalid(
                                    new Attempt("GetObject", object.source().s3Uri()),
                                    Technical.of("no file can have this name"));
                    case CREATE, REPLACE, FOLDER, SKIP -> null;
                };
        return new PlannedTransfer(
                Direction.DOWNLOAD,
                Optional.of(object.source()),
                object.file(),
                object.size(),
                names.group(object.name()),
                object.reason().messageKey(),
                task,
                refusal);
    }

    /** Group names, each once: a folder of a hundred thousand files needs no more. */
    private static final class Names {
        private final Map<String, String> known = new HashMap<>();

        String group(String name) {
            return known.computeIfAbsent(firstSegment(name), same -> same);
        }
    }

    /** What a name lies in; empty when it lies in nothing. */
    static String firstSegment(String name) {
        return name.substring(0, Math.max(0, name.indexOf('/')));
    }

    private static Failure refusal(PlannedFile file) {
        String where = file.target().map(ObjectAddress::s3Uri).orElseGet(file::name);
        Attempt store = new Attempt("PutObject", where);
        return switch (file.reason()) {
            case KEY_TOO_LONG ->
                    new Failure.Invalid(store, Technical.of("the key is over 1,024 bytes"));
            case NAME_UNREADABLE ->
                    new Failure.Invalid(store, Technical.of("the file's name is no text"));
            case SAME_KEY ->
                    new Failure.Invalid(store, Technical.of("several files have this key"));
            default -> LocalFailures.unreadable(file.file(), words(file.reason()));
        };
    }

    private static String words(UploadReason reason) {
        return switch (reason) {
            case LINK -> "a link that is not followed";
            case SPECIAL_FILE -> "not an ordinary file";
            case VANISHED -> "the file is no longer there";
            default -> "the file cannot be read";
        };
    }
}
