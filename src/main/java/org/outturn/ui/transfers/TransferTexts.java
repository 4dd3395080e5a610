package org.outturn.ui.transfers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.outturn.storage.ObjectAddress;
import org.outturn.transfer.BatchReport;
import org.outturn.transfer.Direction;
import org.outturn.transfer.GroupSnapshot;
import org.outturn.transfer.QueueTotals;
import org.outturn.transfer.TransferCounts;
import org.outturn.transfer.TransferSnapshot;
import org.outturn.transfer.TransferState;
import org.outturn.ui.common.FailureText;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/** Transfers in words. */
public final class TransferTexts {
    private final Messages messages;
    private final Formats formats;

    public TransferTexts(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** For instance {@code 12 done · 1 failed}. */
    String summary(QueueTotals totals) {
        return String.join(" · ", parts(totals));
    }

    /**
     * For instance {@code 25 %}, {@code 2 min to go}, {@code 9 files left}, {@code 41.2 MiB/s}.
     * What matters most comes first: a narrow window leaves the last ones out.
     */
    List<String> parts(QueueTotals totals) {
        var parts = new ArrayList<String>();
        if (totals.counts().open() > 0) {
            // what is open is not whole, even if all its bytes are there
            int percent = Math.min(99, (int) Math.floor(totals.progress() * 100));
            parts.add(messages.text("transfers.percent", percent));
            totals.timeLeft().map(this::left).ifPresent(parts::add);
            count(parts, "transfers.failed", totals.failed());
            count(parts, "transfers.left", totals.left());
            count(parts, "transfers.paused", totals.paused());
            if (totals.bytesPerSecond() >= 1) {
                parts.add(formats.speed(totals.bytesPerSecond()));
            }
            if (totals.bytesTotal() > 0) {
                parts.add(
                        messages.text(
                                "transfers.bytes",
                                formats.size(totals.bytesDone()),
                                formats.size(totals.bytesTotal())));
            }
        } else {
            count(parts, "transfers.done", totals.done());
            count(parts, "transfers.skipped", totals.skipped());
            count(parts, "transfers.cancelled", totals.cancelled());
            count(parts, "transfers.failed", totals.failed());
        }
        return parts;
    }

    private String left(Duration duration) {
        return messages.text("transfers.timeLeft", formats.duration(duration));
    }

    private void count(ArrayList<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(messages.text(key, count));
        }
    }

    /** What became of one drop or one download. */
    public String report(BatchReport report) {
        var parts = new ArrayList<String>();
        count(parts, stem(report.direction()), report.done());
        count(parts, "report.skipped", report.skipped());
        count(parts, "report.failed", report.failed());
        count(parts, "report.cancelled", report.cancelled());
        if (parts.isEmpty()) {
            return messages.text("report.nothing");
        }
        String counted = String.join(", ", parts) + ".";
        return report.why()
                .map(why -> counted + " " + FailureText.of(why, messages).body())
                .orElse(counted);
    }

    private static String stem(Direction direction) {
        return switch (direction) {
            case UPLOAD -> "report.uploaded";
            case DOWNLOAD -> "report.downloaded";
            case COPY -> "report.copied";
            case MOVE -> "report.moved";
            case DELETE -> "report.deleted";
            case TAG -> "report.tagged";
        };
    }

    String name(PanelRow row) {
        return switch (row) {
            case PanelRow.Folder(GroupSnapshot group, _) -> name(group);
            case PanelRow.File(TransferSnapshot transfer, _) -> name(transfer);
        };
    }

    private String name(GroupSnapshot group) {
        return group.direction() == Direction.TAG
                ? messages.text("transfers.tags", group.counts().count())
                : group.group();
    }

    /** The object's name, for what is uploaded; the file's for what comes down. */
    static String name(TransferSnapshot transfer) {
        if (transfer.direction() != Direction.DOWNLOAD) {
            return transfer.address()
                    .map(ObjectAddress::name)
                    .orElseGet(() -> fileName(transfer.file()));
        }
        return fileName(transfer.file());
    }

    private static String fileName(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    /** Where it comes from and where it goes, for the tooltip. */
    String way(PanelRow row) {
        return switch (row) {
            case PanelRow.Folder(GroupSnapshot group, _) ->
                    group.direction() == Direction.TAG
                            ? name(group)
                            : messages.text(
                                    "transfers.folder.tip", group.group(), group.counts().count());
            case PanelRow.File(TransferSnapshot transfer, _) -> way(transfer);
        };
    }

    private static String way(TransferSnapshot transfer) {
        String remote = transfer.address().map(ObjectAddress::s3Uri).orElse("-");
        String source = transfer.source().map(ObjectAddress::s3Uri).orElse("-");
        return switch (transfer.direction()) {
            case UPLOAD -> transfer.file() + "\n→ " + remote;
            case DOWNLOAD -> remote + "\n→ " + transfer.file();
            case COPY, MOVE -> source + "\n→ " + remote;
            case DELETE, TAG -> remote;
        };
    }

    /** The state, with its reason where there is one; what matters most comes first. */
    List<String> state(PanelRow row) {
        return switch (row) {
            case PanelRow.Folder(GroupSnapshot group, _) -> state(group);
            case PanelRow.File(TransferSnapshot transfer, _) -> List.of(state(transfer));
        };
    }

    /** For instance {@code 12 of 320 files}, {@code 1 failed}, {@code 4.1 MiB/s}. */
    private List<String> state(GroupSnapshot group) {
        TransferCounts counts = group.counts();
        boolean tags = group.direction() == Direction.TAG;
        var parts = new ArrayList<String>();
        if (counts.open() > 0) {
            parts.add(
                    messages.text(
                            tags ? "transfers.tags.progress" : "transfers.folder.progress",
                            counts.count() - counts.open(),
                            counts.count()));
            count(parts, "transfers.failed", counts.failed());
            if (counts.left() == 0) {
                parts.add(messages.text(TransferState.PAUSED.messageKey()));
            } else if (group.bytesPerSecond() >= 1) {
                parts.add(formats.speed(group.bytesPerSecond()));
            } else if (counts.running() == 0) {
                parts.add(messages.text(TransferState.WAITING.messageKey()));
            }
        } else {
            count(parts, tags ? "transfers.done" : "transfers.folder.done", counts.done());
            count(parts, "transfers.failed", counts.failed());
            count(parts, "transfers.cancelled", counts.cancelled());
            count(parts, "transfers.skipped", counts.skipped());
        }
        return parts;
    }

    private String state(TransferSnapshot transfer) {
        String state = messages.text(transfer.state().messageKey());
        return switch (transfer.state()) {
            case FAILED ->
                    transfer.failure()
                            .map(why -> state + ": " + FailureText.of(why, messages).why())
                            .orElseGet(() -> withReason(state, transfer));
            case SKIPPED -> withReason(state, transfer);
            case RUNNING -> running(transfer, state);
            case WAITING ->
                    transfer.failure()
                            .map(why -> FailureText.of(why, messages).why())
                            .map(why -> messages.text("transfers.again", why))
                            .orElse(state);
            case PAUSED, DONE, CANCELLED -> state;
        };
    }

    private String running(TransferSnapshot transfer, String state) {
        if (transfer.totalBytes() > 0 && transfer.doneBytes() >= transfer.totalBytes()) {
            return messages.text("transfers.finishing");
        }
        return transfer.bytesPerSecond() >= 1 ? formats.speed(transfer.bytesPerSecond()) : state;
    }

    /** The whole failure for the tooltip; empty when nothing failed. */
    String failure(PanelRow row) {
        return row instanceof PanelRow.File(TransferSnapshot transfer, _)
                ? transfer.failure()
                        .map(why -> FailureText.of(why, messages))
                        .map(text -> text.headline() + "\n" + text.why() + "\n" + text.next())
                        .orElse("")
                : "";
    }

    private String withReason(String state, TransferSnapshot transfer) {
        String key = transfer.reasonKey();
        return !key.isEmpty() && messages.has(key) ? state + ": " + messages.text(key) : state;
    }
}
