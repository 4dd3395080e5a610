package org.outturn.ui.outputs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.outturn.catalog.OutputFile;
import org.outturn.catalog.OutputLookup;
import org.outturn.catalog.OutputRow;
import org.outturn.catalog.ProducedAt;
import org.outturn.lifecycle.Expiry;
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
        long at = lookup.expires(row);
        if (at == OutputLookup.NEVER) {
            return "";
        }
        Duration left = Duration.between(clock.instant(), Instant.ofEpochMilli(at));
        return left.isNegative()
                ? messages.text("outcome.expires.due")
                : messages.text("outcome.expires.in", briefly(left));
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
                    return tags.isEmpty() ? text : text + "\n" + tags;
                })
                .orElse(tags);
    }
}
