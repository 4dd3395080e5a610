package org.outturn.aws;

import java.io.IOException;
import java.nio.file.FileSystemException;
import javax.net.ssl.SSLException;
import org.outturn.failure.FailureException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryUtils;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * What is worth asking again at once: a server that asks to slow down or has a passing error, and a
 * connection that broke. Not a server that does not answer: the operator has waited long enough.
 */
public final class RetryRules {
    private RetryRules() {}

    /** For every client of the SDK. */
    public static RetryStrategy standard() {
        return DefaultRetryStrategy.standardStrategyBuilder()
                .useClientDefaults(false)
                .maxAttempts(Limits.ATTEMPTS)
                .retryOnException(RetryRules::isPassing)
                .treatAsThrottling(thrown ->
                        thrown instanceof SdkException sdk && RetryUtils.isThrottlingException(sdk))
                .build();
    }

    /** Whether an answer that had begun well broke off, so that its rest is worth asking for. */
    static boolean isBrokenStream(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof FailureException) {
                return false;
            }
        }
        return isBrokenConnection(thrown) && !TransportFailures.isSilence(thrown);
    }

    private static boolean isPassing(Throwable thrown) {
        if (thrown instanceof AwsServiceException answer) {
            // the SDK has set its own clock by the server's meanwhile (ClockSkewAdjuster)
            return answer.isThrottlingException()
                    || RetryUtils.isClockSkewException(answer) && !isSignature(answer)
                    || switch (answer.statusCode()) {
                        case 429, 500, 502, 503, 504 -> true;
                        default ->
                                answer.awsErrorDetails() != null
                                        && "RequestTimeout"
                                                .equals(answer.awsErrorDetails().errorCode());
                    };
        }
        return thrown instanceof RetryableException
                || isBrokenConnection(thrown) && !TransportFailures.isSilence(thrown);
    }

    /** The SDK takes a wrong key for a wrong clock as well. */
    private static boolean isSignature(AwsServiceException answer) {
        return answer.awsErrorDetails() == null
                || String.valueOf(answer.awsErrorDetails().errorCode()).contains("Signature")
                || String.valueOf(answer.awsErrorDetails().errorCode()).startsWith("Auth");
    }

    private static boolean isBrokenConnection(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof CredentialsUnavailable
                    || t instanceof SSLException
                    || t instanceof FileSystemException) {
                return false;
            }
            if (t instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
