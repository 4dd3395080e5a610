package org.outturn.transfer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.Technical;
import org.outturn.rearrange.PlannedObject;
import org.outturn.rearrange.RearrangeKind;
import org.outturn.rearrange.RearrangePlan;
import org.outturn.rearrange.RearrangeReason;
import org.outturn.storage.ObjectAddress;

/** Lines of a plan of work on the server as the queue needs them. */
final class PlannedRearrangement {
    private static final Path NO_FILE = Path.of("");

    private PlannedRearrangement() {}

    static List<PlannedTransfer> of(RearrangePlan plan) {
        Direction direction = direction(plan.kind());
        return plan.objects().stream().map(object -> of(object, direction)).toList();
    }

    static Direction direction(RearrangeKind kind) {
        return switch (kind) {
            case COPY -> Direction.COPY;
            case MOVE -> Direction.MOVE;
            case DELETE -> Direction.DELETE;
        };
    }

    private static PlannedTransfer of(PlannedObject object, Direction direction) {
        @Nullable TransferTask task =
                switch (object.action()) {
                    case COPY, MOVE -> new CopyTask(object);
                    case DELETE -> new DeleteTask(object.source());
                    case SKIP, REFUSE -> null;
                };
        @Nullable Failure refusal =
                switch (object.action()) {
                    case REFUSE -> refusal(object);
                    case COPY, MOVE, DELETE, SKIP -> null;
                };
        return new PlannedTransfer(
                direction,
                Optional.of(object.target().orElse(object.source())),
                object.target().map(_ -> object.source()),
                NO_FILE,
                object.size(),
                PlannedTransfer.firstSegment(object.name()),
                object.reason().messageKey(),
                task,
                refusal);
    }

    private static Failure refusal(PlannedObject object) {
        ObjectAddress where = object.target().orElse(object.source());
        return new Failure.Invalid(
                new Attempt("CopyObject", where.s3Uri()), Technical.of(words(object.reason())));
    }

    private static String words(RearrangeReason reason) {
        return switch (reason) {
            case SAME_ADDRESS -> "the target is the object itself";
            case TARGET_INSIDE_SOURCE -> "the folder would come to lie in itself";
            case KEY_TOO_LONG -> "the key is over 1,024 bytes";
            case SAME_KEY -> "several objects would have this key";
            default -> "it cannot go there";
        };
    }
}
