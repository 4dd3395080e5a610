package org.outturn.aws;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.outturn.failure.Attempt;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * What the clients of services beside S3 have in common with those of S3: patience, retries,
 * cancelling, and how silence is told.
 */
public final class SideServices {
    private static final TransportFailures TRANSPORT = new TransportFailures();

    private SideServices() {}

    /** Connections with the patience of an operator; whoever asks closes them. */
    public static SdkHttpClient connections() {
        return Apache5HttpClient.builder()
                .connectionTimeout(Limits.CONNECT)
                .socketTimeout(Limits.SILENCE)
                .dnsResolver(new FewAddresses())
                .expectContinueEnabled(false)
                .build();
    }

    /** Nothing from the environment or the user's files but what is given otherwise. */
    public static ClientOverrideConfiguration configuration() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(RetryRules.standard())
                .defaultProfileFile(ProfileFile.aggregator().build())
                .defaultProfileName("")
                .build();
    }

    /**
     * Sends a request that ends at once when it is cancelled.
     *
     * @throws CancellationException then
     */
    public static <T> T interruptibly(Cancellation cancellation, Supplier<T> request) {
        return new Interruptible(cancellation).call(request);
    }

    /** What it means that there was no answer. */
    public static FailureException noAnswer(RuntimeException thrown, Attempt attempt) {
        Throwable real =
                thrown instanceof CompletionException && thrown.getCause() != null
                        ? thrown.getCause()
                        : thrown;
        return new FailureException(TRANSPORT.failure(real, attempt), Redaction.copyOf(real));
    }

    /** What an answer said, without secrets. */
    public static Technical technical(AwsServiceException answer) {
        AwsErrorDetails details = answer.awsErrorDetails();
        String code = details == null || details.errorCode() == null ? "" : details.errorCode();
        String message =
                details == null || details.errorMessage() == null ? "" : details.errorMessage();
        return new Technical(
                answer.statusCode(),
                code,
                answer.requestId() == null ? "" : answer.requestId(),
                Redaction.text(message));
    }

    /** The failure that stands for an answer, with what was thrown as its cause, redacted. */
    public static FailureException exception(
            org.outturn.failure.Failure failure, Throwable thrown) {
        return new FailureException(failure, Redaction.copyOf(thrown));
    }
}
