package org.outturn.ui.layouts;

import java.util.List;
import org.outturn.pipeline.template.PlaceholderType;
import org.outturn.ui.common.Messages;

/** What a placeholder takes, in plain words. */
final class TypeWords {
    private final Messages messages;

    TypeWords(Messages messages) {
        this.messages = messages;
    }

    /** For use after "expected", for instance {@code 10 digits (Unix time)}. */
    String of(PlaceholderType type) {
        return switch (type) {
            case PlaceholderType.Fixed fixed -> fixed(fixed);
            case PlaceholderType.Run run -> run(run);
            case PlaceholderType.AnyTime() -> messages.text("layouts.type.time");
            case PlaceholderType.OneOf(List<String> options) ->
                    messages.text("layouts.type.oneOf", String.join(", ", options));
            case PlaceholderType.Text(), PlaceholderType.Rest(), PlaceholderType.AnyPrefix() ->
                    messages.text("layouts.type.text");
        };
    }

    private String fixed(PlaceholderType.Fixed type) {
        return switch (type.word()) {
            case "uuid" -> messages.text("layouts.type.uuid");
            case "stamp" -> messages.text("layouts.type.stamp");
            case "date" -> messages.text("layouts.type.date");
            case "epoch-s" -> messages.text("layouts.type.seconds");
            case "epoch-ms" -> messages.text("layouts.type.millis");
            case "year" -> messages.text("layouts.type.year");
            case "month" -> messages.text("layouts.type.month");
            case "day" -> messages.text("layouts.type.day");
            default -> type.word();
        };
    }

    private String run(PlaceholderType.Run run) {
        String length =
                run.least() == run.most()
                        ? messages.text("layouts.length.exact", run.least())
                        : run.least() == 1
                                ? messages.text("layouts.length.any")
                                : messages.text("layouts.length.between", run.least(), run.most());
        return switch (run.alphabet()) {
            case DIGITS -> messages.text("layouts.type.digits", length);
            case LOWER_HEX -> messages.text("layouts.type.hex", length);
            case WORD -> messages.text("layouts.type.word", length);
        };
    }
}
