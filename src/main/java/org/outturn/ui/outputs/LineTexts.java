package org.outturn.ui.outputs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.outturn.catalog.OutputFile;
import org.outturn.catalog.OutputRow;
import org.outturn.catalog.ProducedAt;
import org.outturn.lifecycle.Expiry;
import org.outturn.storage.BucketVersioning;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/** The words of a line's cells. */
final class LineTexts {
    private final Known lookup;
    private final Messages messages;
    private final Formats formats;
    private final Clock clock;

    LineTexts(Known lookup, Messages messages, Formats formats, Clock clock) {
        this.lookup = lookup;
        this.messages = messages;
        this.formats = formats;
        this.clock = clock;
    }

    String produced(OutputLine line) {
        return switch (line) {
            case OutputLine.OfOutput(OutputRow row, _, _) -> {
                ProducedAt at = row.produced();
                yield at.exact()
                        .map(instant -> formats.brief(instant, clock.instant()))
                        .orElseGet(() -> formats.brief(at.written(), clock.instant()));
            }
            case OutputLine.OfFile(_, OutputFile file) ->
                    formats.brief(
                            Instant.ofEpochMilli(file.row().modifiedMillis()), clock.instant());
        };
    }

    /** Whose clock it is. */
    String producedMore(OutputLine line) {
        return switch (line) {
            case OutputLine.OfOutput(OutputRow row, _, _) -> {
                ProducedAt at = row.produced();
                if (at.exact().isEmpty()) {
                    yield messages.text("outcome.produced.local");
                }
                String exact = formats.exact(at.exact().get());
                yield messages.text(
                        at.fromKey() ? "outcome.produced.key" : "outcome.produced.stored", exact);
            }
            case OutputLine.OfFile(_, OutputFile file) ->
                    formats.exact(Instant.ofEpochMilli(file.row().modifiedMillis()));
        };
    }

    String files(OutputLine line) {
        return line instanceof OutputLine.OfOutput(OutputRow row, _, _)
                ? formats.number(row.files())
                : "";
    }

    String size(OutputLine line) {
        return switch (line) {
            case OutputLine.OfOutput(OutputRow row, _, _) -> formats.size(row.bytes());
            case OutputLine.OfFile(_, OutputFile file) -> formats.size(file.row().size());
        };
    }

    String user(OutputLine line) {
        return line instanceof OutputLine.OfOutput(OutputRow row, _, _) ? row.user() : "";
    }

    String expires(OutputLine line) {
        if (!(line instanceof OutputLine.OfOutput(OutputRow row, _, _))) {
            return "";
        }
        return lookup.first(row).map(this::briefly).orElse("");
    }

    private String briefly(Expiry.Expires end) {
        Duration left = Duration.between(clock.instant(), end.at());
        if (left.isNegative()) {
            return messages.text("outcome.expires.due");
        }
        return messages.text("outcome.expires.in", briefly(left));
    }

    /** Whether its end is a delete marker before older versions. */
    boolean isHidden(OutputLine line) {
        return line instanceof OutputLine.OfOutput(OutputRow row, _, _)
                && lookup.first(row)
                        .filter(end -> end.effect() == Expiry.Effect.HIDDEN)
                        .isPresent();
    }

    /** As {@link #expires}, for who does not see the sign beside it. */
    String expiresSpoken(OutputLine line) {
        return isHidden(line)
                ? messages.text("outcome.expires.hiddenIn", expires(line))
                : expires(line);
    }

    /** What that means for the content, where a bucket keeps older versions or may do so. */
    private String versions(OutputRow row, Expiry.Expires end) {
        if (lookup.versioning().isEmpty()) {
            return messages.text("outcome.expires.versionsUnknown");
        }
        if (end.effect() != Expiry.Effect.HIDDEN) {
            return "";
        }
        String after =
                switch (lookup.afterwards(row, end.at())) {
                    case Expiry.Expires gone ->
                            messages.text(
                                    "outcome.expires.hiddenThen",
                                    formats.exact(gone.at()),
                                    gone.rule().isEmpty()
                                            ? messages.text("outcome.expires.unnamed")
                                            : gone.rule());
                    case Expiry.DependsOnTags _ -> messages.text("outcome.expires.hiddenTagged");
                    case Expiry.Never() -> messages.text("outcome.expires.hiddenKept");
                };
        return lookup.versioning().get() == BucketVersioning.SUSPENDED
                ? after + "\n" + messages.text("outcome.expires.suspended")
                : after;
    }

    /** Days are enough when there are many, and hours on the last day. */
    private String briefly(Duration left) {
        if (left.toDays() == 0 && left.toHours() > 0) {
            return formats.duration(Duration.ofHours(left.toHours()));
        }
        return left.toDays() >= 3
                ? formats.duration(Duration.ofDays(left.toDays()))
                : formats.duration(left);
    }

    /** When exactly, by which rule, and who says so. */
    String expiresMore(OutputLine line) {
        if (!(line instanceof OutputLine.OfOutput(OutputRow row, _, _))) {
            return "";
        }
        String tags = lookup.dependsOnTags(row) ? messages.text("outcome.expires.tags") : "";
        return lookup.first(row)
                .map(expires -> {
                    String key =
                            expires.source() == Expiry.Source.TOLD
                                    ? "outcome.expires.told"
                                    : "outcome.expires.reckoned";
                    String rule = expires.rule();
                    String text =
                            messages.text(
                                    key,
                                    formats.exact(expires.at()),
                                    rule.isEmpty()
                                            ? messages.text("outcome.expires.unnamed")
                                            : rule);
                    return Stream.of(text, versions(row, expires), tags)
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining("\n"));
                })
                .orElse(tags);
    }
}
