package org.outturn.ui.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.outturn.connection.Connection;
import org.outturn.connection.check.CheckFinding;
import org.outturn.connection.check.CheckResult;
import org.outturn.connection.check.ConnectionCheck;
import org.outturn.failure.ServerCertificate;
import org.outturn.ui.common.ClockWords;
import org.outturn.ui.common.FailureText;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/** What the test of a connection found, in words. */
final class CheckWords {
    private final Messages messages;
    private final Formats formats;

    CheckWords(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** What was found and, where something is to be done, what. */
    String text(CheckResult result) {
        return switch (result.finding()) {
            case CheckFinding.Running _ -> messages.text("check.running");
            case CheckFinding.Reached(String host, String address, int port) ->
                    messages.text("check.reached", host, address, String.valueOf(port));
            case CheckFinding.Encrypted encrypted -> encrypted(encrypted);
            case CheckFinding.Open(boolean readable) ->
                    messages.text(readable ? "check.open.readable" : "check.open.here");
            case CheckFinding.Accepted(String as, Optional<Duration> behind) ->
                    messages.text("check.accepted", as) + clock(behind);
            case CheckFinding.Buckets(int count) -> messages.text("check.buckets", count);
            case CheckFinding.Place(String place, int entries) ->
                    messages.text(
                            entries == 0 ? "check.place.empty" : "check.place", place, entries);
            case CheckFinding.Read(String object, long bytes) ->
                    messages.text("check.read", object, formats.size(bytes));
            case CheckFinding.Nothing _ -> messages.text("check.nothing");
            case CheckFinding.Skipped(var because) ->
                    messages.text("check.skipped", messages.text(because.messageKey()));
            case CheckFinding.Failed(var failure) -> {
                FailureText text = FailureText.of(failure, messages);
                yield text.why() + " " + text.next();
            }
        };
    }

    private String encrypted(CheckFinding.Encrypted found) {
        ServerCertificate certificate = found.certificate();
        String until = formats.time(certificate.validTo());
        String line = messages.text("check.encrypted", found.protocol());
        if (found.daysLeft() < 0) {
            return line + " " + messages.text("check.certificate.over", until);
        }
        return line + " " + messages.text("check.certificate", found.daysLeft(), until);
    }

    private String clock(Optional<Duration> behind) {
        if (behind.isEmpty()) {
            return " " + messages.text("check.clock.unknown");
        }
        return " "
                + (behind.get().abs().compareTo(ConnectionCheck.CLOCK_MATTERS) > 0
                        ? clockOff(behind.get())
                        : messages.text("check.clock.good"));
    }

    /** A clock that differs, and what that means. */
    String clockOff(Duration behind) {
        return messages.text(
                behind.isNegative() ? "check.clock.ahead" : "check.clock.behind",
                ClockWords.of(behind, messages));
    }

    /** How long a step took; empty when it was not tried. */
    String took(CheckResult result) {
        boolean ended =
                result.state() != CheckResult.State.RUNNING
                        && result.state() != CheckResult.State.SKIPPED;
        return ended ? messages.text("check.took", result.took().toMillis()) : "";
    }

    /** All of it for whoever is asked for help; holds no secret. */
    String report(Connection connection, Collection<CheckResult> results, Instant now) {
        var text = new StringBuilder();
        text.append(messages.text("check.report", connection.name(), formats.time(now)))
                .append('\n')
                .append(
                        messages.text(
                                "check.report.server",
                                connection
                                        .endpoint()
                                        .map(Object::toString)
                                        .orElse(messages.text("connection.aws")),
                                connection.region()));
        connection
                .pinned()
                .ifPresent(place ->
                        text.append('\n')
                                .append(messages.text("check.report.place", place.s3Uri())));
        for (CheckResult result : results) {
            text.append("\n\n")
                    .append(messages.text(result.step().messageKey()))
                    .append(": ")
                    .append(messages.text(result.state().messageKey()));
            String took = took(result);
            if (!took.isEmpty()) {
                text.append(" (").append(took).append(')');
            }
            text.append('\n').append(text(result));
            if (result.finding() instanceof CheckFinding.Failed(var failure)) {
                text.append('\n').append(FailureText.of(failure, messages).details());
            }
            if (result.finding() instanceof CheckFinding.Encrypted(_, var certificate, _)) {
                text.append('\n').append(certificate.fingerprint());
            }
        }
        return text.append('\n').toString();
    }
}
