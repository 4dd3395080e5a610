package org.outturn.aws;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.outturn.connection.trust.UntrustedCertificate;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.ServerCertificate;
import org.outturn.failure.Technical;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What it means when no answer came: sorted by the type of what was thrown on the way. */
final class TransportFailures {

    Failure failure(Throwable thrown, Attempt attempt) {
        return first(thrown, FileSystemException.class)
                .<Failure>map(file ->
                        new Failure.LocalFile(
                                String.valueOf(file.getFile()), attempt, technical(file)))
                .or(() -> untrusted(thrown, attempt))
                .or(() -> damaged(thrown, attempt))
                .or(() -> unreachable(thrown, attempt))
                .orElseGet(() -> defect(thrown, attempt));
    }

    /**
     * No keys: because nobody answered, because the sign-in has ended, or because there are none.
     */
    Failure signIn(CredentialsUnavailable unavailable, Attempt attempt) {
        if (isSilence(unavailable)) {
            return unreachable(attempt, root(unavailable));
        }
        Technical technical = technical(unavailable);
        return untrusted(unavailable, attempt)
                .orElseGet(() ->
                        unavailable.expired()
                                ? new Failure.SignInExpired(attempt, technical)
                                : new Failure.SignInMissing(attempt, technical));
    }

    /** Whether nobody answers there, so that asking again at once is a waste of time. */
    static boolean isSilence(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof UnknownHostException
                    || t instanceof ConnectException
                    || t instanceof NoRouteToHostException
                    || t instanceof SocketTimeoutException
                    || t instanceof TimeoutException
                    || t instanceof ApiCallTimeoutException
                    || t instanceof ApiCallAttemptTimeoutException
                    || t instanceof io.netty.handler.timeout.TimeoutException) {
                return true;
            }
        }
        return false;
    }

    private Optional<Failure> untrusted(Throwable thrown, Attempt attempt) {
        Optional<ServerCertificate> shown = UntrustedCertificate.in(thrown);
        return first(thrown, CertPathBuilderException.class)
                .map(Throwable.class::cast)
                .or(() -> first(thrown, CertPathValidatorException.class))
                .or(() -> first(thrown, CertificateException.class))
                .or(() -> first(thrown, SSLPeerUnverifiedException.class))
                .map(cause -> new Failure.Untrusted(shown, attempt, technical(cause)));
    }

    /** The SDK raises this one itself when a checksum differs. */
    private Optional<Failure> damaged(Throwable thrown, Attempt attempt) {
        return first(thrown, RetryableException.class)
                .map(mismatch -> new Failure.Damaged(attempt, technical(mismatch)));
    }

    private Optional<Failure> unreachable(Throwable thrown, Attempt attempt) {
        if (isSilence(thrown) || first(thrown, IOException.class).isPresent()) {
            return Optional.of(unreachable(attempt, root(thrown)));
        }
        return Optional.empty();
    }

    private static Failure unreachable(Attempt attempt, Throwable told) {
        return new Failure.Unreachable(attempt, technical(told));
    }

    /** What the SDK refuses to send is a wrong request; all else is a defect. */
    private static Failure defect(Throwable thrown, Attempt attempt) {
        boolean refused =
                thrown instanceof IllegalArgumentException
                        || thrown instanceof SdkClientException && thrown.getCause() == null;
        return refused
                ? new Failure.Invalid(attempt, technical(thrown))
                : new Failure.Unexpected(attempt, technical(thrown));
    }

    private static Technical technical(Throwable thrown) {
        return Technical.of(
                Redaction.text(thrown.getClass().getSimpleName() + ": " + thrown.getMessage()));
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static <T extends Throwable> Optional<T> first(Throwable thrown, Class<T> type) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return Optional.of(type.cast(t));
            }
        }
        return Optional.empty();
    }
}
