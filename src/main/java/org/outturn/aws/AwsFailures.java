package org.outturn.aws;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * The one border at which the SDK's errors become {@link Failure}s. Kinds are told by status, code
 * and exception type, never by an error's wording; the wording is only passed on, redacted.
 */
final class AwsFailures {
    /** AWS names the lacking action in its denials; more exact than a table of ours. */
    private static final Pattern NAMED_ACTION =
            Pattern.compile("not authorized to perform: ((?:s3|sts):[A-Za-z]{3,60})");

    private final ErrorCodes codes = new ErrorCodes();
    private final TransportFailures transport = new TransportFailures();
    private final ServerClock clock;

    /**
     * @param clock measures what a server says of the time
     */
    AwsFailures(ServerClock clock) {
        this.clock = clock;
    }

    /**
     * Makes a failure to throw of whatever a request threw.
     *
     * @throws CancellationException if that is what was thrown
     */
    FailureException exception(Throwable thrown, Call call) {
        Throwable real = unwrap(thrown);
        if (real instanceof CancellationException cancelled) {
            throw cancelled;
        }
        if (real instanceof FailureException known) {
            return known;
        }
        return new FailureException(of(real, call), Redaction.copyOf(real));
    }

    /** What was thrown, in the operator's terms. */
    Failure of(Throwable thrown, Call call) {
        Throwable real = unwrap(thrown);
        for (Throwable t = real; t != null; t = t.getCause()) {
            if (t instanceof FailureException known) {
                return known.failure();
            }
            if (t instanceof CredentialsUnavailable unavailable) {
                return transport.signIn(unavailable, call.attempt());
            }
            if (t instanceof AwsServiceException answer) {
                return ofAnswer(answer, call);
            }
        }
        return transport.failure(real, call.attempt());
    }

    /** What one key's entry in a DeleteObjects answer means. */
    Failure ofEntry(@Nullable String code, @Nullable String message, Call call) {
        Technical technical =
                new Technical(200, code == null ? "" : code, "", Redaction.text(message));
        return byCode(technical, message, call)
                .orElseGet(() -> new Failure.Unexpected(call.attempt(), technical));
    }

    private Failure ofAnswer(AwsServiceException answer, Call call) {
        AwsErrorDetails details = answer.awsErrorDetails();
        String code = details == null || details.errorCode() == null ? "" : details.errorCode();
        String message =
                details == null || details.errorMessage() == null ? "" : details.errorMessage();
        Technical technical =
                new Technical(
                        answer.statusCode(),
                        code,
                        answer.requestId() == null ? "" : answer.requestId(),
                        Redaction.text(message));
        if (pointsElsewhere(answer.statusCode(), code, message, details)) {
            return new Failure.WrongRegion(region(details), call.attempt(), technical);
        }
        Failure failure =
                byCode(technical, message, call).orElseGet(() -> byStatus(technical, call));
        return failure instanceof Failure.ClockSkew && details != null
                ? measured(details, call, technical)
                : failure;
    }

    private Failure measured(AwsErrorDetails details, Call call, Technical technical) {
        Optional<Duration> behind =
                Optional.ofNullable(details.sdkHttpResponse())
                        .flatMap(clock::behind)
                        // a proxy's date, or that of a server which is not the one that refused
                        .filter(d -> d.abs().compareTo(Limits.CLOCK_NOISE) > 0);
        return new Failure.ClockSkew(behind, call.attempt(), technical);
    }

    private static boolean pointsElsewhere(
            int status, String code, String message, @Nullable AwsErrorDetails details) {
        return switch (code) {
            case "PermanentRedirect",
                    "TemporaryRedirect",
                    "Redirect",
                    "IllegalLocationConstraintException" ->
                    true;
            case "AuthorizationHeaderMalformed" -> !region(details).isEmpty();
            default ->
                    status == 301
                            || status == 307
                            // the answer to a HEAD has no body to say more
                            || status == 400 && isBare(code, message) && !region(details).isEmpty();
        };
    }

    /** Whether the SDK had no error document to take a code from. */
    private static boolean isBare(String code, String message) {
        // too many tags are a BadRequest with a document, which says so
        boolean says = !message.isEmpty() && !message.equals("Bad Request");
        return code.isEmpty()
                || Character.isDigit(code.charAt(0))
                || code.equals("BadRequest") && !says;
    }

    private static String region(@Nullable AwsErrorDetails details) {
        return details == null || details.sdkHttpResponse() == null
                ? ""
                : details.sdkHttpResponse().firstMatchingHeader(ErrorRegion.HEADER).orElse("");
    }

    private Optional<Failure> byCode(Technical technical, @Nullable String message, Call call) {
        if (codes.isDenial(technical.code())) {
            return Optional.of(denied(technical, message, call));
        }
        return Optional.ofNullable(codes.failure(technical.code(), call.attempt(), technical));
    }

    private static Failure denied(Technical technical, @Nullable String message, Call call) {
        Matcher named = NAMED_ACTION.matcher(message == null ? "" : message);
        String permission = named.find() ? named.group(1) : call.operation().permission();
        return new Failure.AccessDenied(permission, call.attempt(), technical);
    }

    private static Failure byStatus(Technical technical, Call call) {
        return switch (technical.status()) {
            case 401 -> new Failure.SignInRejected(call.attempt(), technical);
            case 403 -> denied(technical, "", call);
            case 404 ->
                    call.operation().subject() == Operation.Subject.BUCKET
                            ? new Failure.BucketNotFound(call.attempt(), technical)
                            : new Failure.NotFound(call.attempt(), technical);
            case 405, 501 -> new Failure.NotSupported(call.attempt(), technical);
            case 409, 412 -> new Failure.Conflict(call.attempt(), technical);
            case 429, 500, 502, 503, 504 -> new Failure.Throttled(call.attempt(), technical);
            case 400, 411, 413, 414, 416 -> new Failure.Invalid(call.attempt(), technical);
            default -> new Failure.Unexpected(call.attempt(), technical);
        };
    }

    private static Throwable unwrap(Throwable thrown) {
        Throwable real = thrown;
        while ((real instanceof CompletionException || real instanceof ExecutionException)
                && real.getCause() != null) {
            real = real.getCause();
        }
        return real;
    }
}
