package org.outturn.ui.common;

import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.outturn.pipeline.status.Finding;
import org.outturn.pipeline.status.MissingFile;
import org.outturn.pipeline.status.OutputState;
import org.outturn.pipeline.status.OutputStatus;
import org.outturn.pipeline.status.Testimony;
import org.outturn.pipeline.status.Witness;

/** How an output is, in words and with a sign: never by colour alone. */
public final class OutputWords {
    private static final int NAMED_IN_A_LINE = 5;
    private static final int MOST_REASONS = 5;

    private final Messages messages;
    private final Formats formats;

    public OutputWords(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** For a cell, for instance {@code Partial 18/21}. */
    public String brief(OutputStatus status) {
        String word = messages.text(status.state().messageKey());
        if (status.decisive().finding() instanceof Finding.Missing(int there, int all, _, _)) {
            word = messages.text("status.count", word, there, all);
        }
        return status.disagree() ? messages.text("status.disputed", word) : word;
    }

    /** For a tooltip: what decides, and that witnesses disagree if they do. */
    public String full(OutputStatus status) {
        if (!status.disagree()) {
            return why(status.decisive());
        }
        var lines = new ArrayList<String>();
        lines.add(disagreement(status));
        status.testimonies().forEach(t -> lines.add(witness(t) + ": " + why(t)));
        return String.join("\n", lines);
    }

    /** That witnesses disagree; in plain words where it can be said what that means. */
    public String disagreement(OutputStatus status) {
        boolean errorStored =
                status.testimonies().stream()
                        .anyMatch(t ->
                                t.witness() == Witness.PDF_RESULT
                                        && t.state() == OutputState.FAILED);
        boolean filesThere =
                status.testimonies().stream()
                        .anyMatch(t ->
                                t.witness() == Witness.BUCKET && t.state() == OutputState.COMPLETE);
        return messages.text(
                errorStored && filesThere ? "status.disagree.result" : "status.disagree");
    }

    /** Who says it. */
    public String witness(Testimony testimony) {
        return messages.text(testimony.witness().messageKey());
    }

    /** What a witness says, in a sentence or two. */
    public String why(Testimony testimony) {
        return switch (testimony.finding()) {
            case Finding.AllThere(int files, long bytes) ->
                    messages.text("finding.allThere", files, formats.size(bytes));
            case Finding.Missing missing -> missing(missing, true);
            case Finding.AllEmpty(int files) -> messages.text("finding.allEmpty", files);
            case Finding.NothingThere() -> messages.text("finding.nothingThere");
            case Finding.BeingUploaded(int files, var since) ->
                    messages.text("finding.beingUploaded", files, formats.time(since));
            case Finding.BrokenOff(int files, var since) ->
                    messages.text("finding.brokenOff", files, formats.time(since));
            case Finding.NotYet(var since) -> messages.text("finding.notYet", formats.time(since));
            case Finding.NothingCame(var since) ->
                    messages.text("finding.nothingCame", formats.time(since));
            case Finding.Recorded recorded -> recorded(recorded);
            case Finding.Configured(boolean upload) ->
                    messages.text(upload ? "finding.configured" : "finding.configured.off");
            case Finding.Illegible(String key, String field) ->
                    field.isEmpty()
                            ? messages.text(key)
                            : messages.text("finding.illegible", messages.text(key), field);
            case Finding.LessThanRecorded(
                            int files,
                            int recordedFiles,
                            long bytes,
                            long recordedBytes) ->
                    messages.text(
                            "finding.less",
                            files,
                            formats.size(bytes),
                            recordedFiles,
                            formats.size(recordedBytes));
            case Finding.Running(int left) -> messages.text("finding.running", left);
        };
    }

    /** The same without the names of missing files, for where those are listed. */
    public String briefly(Testimony testimony) {
        return testimony.finding() instanceof Finding.Missing missing
                ? missing(missing, false)
                : why(testimony);
    }

    private String missing(Finding.Missing missing, boolean withNames) {
        var parts = new ArrayList<String>();
        parts.add(messages.text("finding.missing", missing.present(), missing.expected()));
        List<MissingFile> names = missing.missing();
        int count = missing.expected() - missing.present() - missing.empty();
        if (withNames && !names.isEmpty()) {
            String named =
                    String.join(
                            ", ", names.stream().limit(NAMED_IN_A_LINE).map(this::name).toList());
            int more = count - Math.min(names.size(), NAMED_IN_A_LINE);
            parts.add(
                    more > 0
                            ? messages.text("finding.missing.more", named, more)
                            : messages.text("finding.missing.names", named));
        }
        if (missing.empty() > 0) {
            parts.add(messages.text("finding.empty", missing.empty()));
        }
        return String.join(" ", parts);
    }

    /** A file that should be there. */
    public String name(MissingFile file) {
        return file.of().isEmpty()
                ? file.role()
                : messages.text("finding.missing.of", file.role(), file.of());
    }

    private String recorded(Finding.Recorded recorded) {
        var parts = new ArrayList<String>();
        parts.add(messages.text("finding.recorded", recorded.word()));
        if (recorded.files() >= 0 && recorded.bytes() >= 0) {
            parts.add(
                    messages.text(
                            "finding.recorded.counts",
                            recorded.files(),
                            formats.size(recorded.bytes())));
        }
        recorded.reasons().stream().limit(MOST_REASONS).forEach(parts::add);
        if (recorded.reasons().size() > MOST_REASONS) {
            parts.add(messages.text("finding.recorded.more"));
        }
        return String.join(" ", parts);
    }

    /** The sign of a state. */
    public static Ikon icon(OutputState state) {
        return switch (state) {
            case COMPLETE -> MaterialDesignC.CHECK_CIRCLE;
            case PARTIAL -> MaterialDesignC.CIRCLE_HALF_FULL;
            case FAILED -> MaterialDesignA.ALERT_CIRCLE;
            case UPLOADING -> MaterialDesignP.PROGRESS_UPLOAD;
            case WAITING -> MaterialDesignC.CLOCK_OUTLINE;
            case UNKNOWN -> MaterialDesignH.HELP_CIRCLE_OUTLINE;
        };
    }

    /** The style class of a state's sign. */
    public static String style(OutputState state) {
        return switch (state) {
            case COMPLETE -> "state-complete";
            case PARTIAL -> "state-partial";
            case FAILED -> "state-failed";
            case UPLOADING -> "state-uploading";
            case WAITING -> "state-waiting";
            case UNKNOWN -> "state-unknown";
        };
    }
}
