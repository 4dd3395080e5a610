package org.outturn.ui.common;

import org.outturn.failure.Failure;
import org.outturn.failure.Technical;

/**
 * A failure in words.
 *
 * @param headline what was tried, on what
 * @param why the reason in plain words
 * @param next what to do now
 * @param details the technical side, for those who can use it; several lines
 */
public record FailureText(String headline, String why, String next, String details) {

    public static FailureText of(Failure failure, Messages messages) {
        String action = failure.attempt().action();
        String object = failure.attempt().object();
        String headline =
                messages.has("action." + action)
                        ? messages.text("action." + action, object)
                        : messages.text("action.other", action, object);
        String stem = "failure." + failure.messageKey();
        String subject =
                failure instanceof Failure.ClockSkew skew && skew.behind().isPresent()
                        ? ClockWords.of(skew.behind().get(), messages)
                        : failure.subject();
        return new FailureText(
                headline,
                messages.text(stem + ".why", subject, object),
                messages.text(stem + ".next", subject, object),
                details(failure, messages));
    }

    /** Reason and advice in one paragraph. */
    public String body() {
        return why + " " + next;
    }

    private static String details(Failure failure, Messages messages) {
        Technical t = failure.technical();
        var text =
                new StringBuilder(failure.attempt().action())
                        .append(" ")
                        .append(failure.attempt().object());
        if (t.status() != 0) {
            text.append('\n')
                    .append(
                            messages.text(
                                    "failure.details.status",
                                    String.valueOf(t.status()),
                                    t.code()));
        }
        if (!t.requestId().isEmpty()) {
            text.append('\n').append(messages.text("failure.details.request", t.requestId()));
        }
        if (!t.detail().isEmpty()) {
            text.append('\n').append(t.detail());
        }
        return text.toString();
    }
}
