package org.outturn.ui.layouts;

import org.outturn.layouts.LayoutFile;
import org.outturn.layouts.LayoutFile.Reading;
import org.outturn.layouts.LayoutPage;
import org.outturn.pipeline.layout.KeyReading;
import org.outturn.pipeline.layout.LayoutProblem;
import org.outturn.pipeline.template.MatchExplanation;
import org.outturn.pipeline.template.Misfit;
import org.outturn.ui.common.FailureText;
import org.outturn.ui.common.Messages;

/** What there is to say of layouts and their files. */
final class LayoutWords {
    private final Messages messages;
    private final TypeWords types;

    LayoutWords(Messages messages) {
        this.messages = messages;
        this.types = new TypeWords(messages);
    }

    /** A file that cannot be read: which, where in it, why, and what to do. */
    String trouble(LayoutFile file) {
        return file.origin() == LayoutFile.Origin.BUCKET
                ? messages.text("layouts.trouble.bucket", file.place(), reason(file))
                : messages.text("layouts.trouble.own", fileName(file.place()), reason(file));
    }

    /** Why a file does not count; empty if it does. */
    String reason(LayoutFile file) {
        return switch (file.reading()) {
            case Reading.Good(_) -> "";
            case Reading.Broken(LayoutProblem(String where, String what)) ->
                    where.isEmpty() ? what : messages.text("layouts.problem", where, what);
            case Reading.Failed(var failure) -> FailureText.of(failure, messages).why();
        };
    }

    /** Where a layout comes from. */
    String origin(LayoutPage.Counting counting) {
        return switch (counting.origin()) {
            case OWN -> messages.text("layouts.origin.own", fileName(counting.place()));
            case BUCKET -> messages.text("layouts.origin.bucket", counting.place());
            case SHIPPED -> messages.text("layouts.origin.shipped");
        };
    }

    /** The last part of a path or an address. */
    static String fileName(String place) {
        return place.substring(Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\')) + 1);
    }

    /** A pipeline and what it writes, for instance {@code MonkeyOCR, parsed documents}. */
    String form(KeyReading.Nearest nearest) {
        return messages.text(
                "layouts.form",
                nearest.layout().name(),
                messages.text("places.kind." + nearest.form().kind()));
    }

    /** Why a template does not fit, in a sentence. */
    String misfit(MatchExplanation explanation) {
        Misfit misfit = explanation.misfit().orElseThrow();
        String segment = explanation.segment().orElse("");
        String there = explanation.key().substring(misfit.start(), misfit.end());
        return switch (misfit) {
            case Misfit.Word(String word, _, _) ->
                    at(segment, there, messages.text("layouts.expected.word", word));
            case Misfit.Value(var placeholder, _, _) ->
                    at(segment, there, types.of(placeholder.type()));
            case Misfit.TooMuch(_, _) -> messages.text("layouts.misfit.tooMuch", there);
            case Misfit.TooShort(String next, _, _) ->
                    messages.text("layouts.misfit.tooShort", next);
            case Misfit.NoDay(_, _) -> messages.text("layouts.misfit.noDay", there);
        };
    }

    private String at(String segment, String there, String expected) {
        return there.isEmpty()
                ? messages.text("layouts.misfit.nothing", segment, expected)
                : there.equals(segment)
                        ? messages.text("layouts.misfit.whole", segment, expected)
                        : messages.text("layouts.misfit.at", segment, expected, there);
    }
}
