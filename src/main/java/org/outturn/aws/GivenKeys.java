package org.outturn.aws;

import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Whoever gives the keys of a connection.
 *
 * @param provider renews by itself; throws {@link org.outturn.failure.FailureException} where it
 *     knows why there are no keys; closed with the store if it can be
 * @param expires whether the keys come from a sign-in that has an end, so that the lack of them
 *     means that it is over
 * @param patience how long to wait for it; zero when the keys are at hand, empty for as long as for
 *     any answer
 */
public record GivenKeys(
        AwsCredentialsProvider provider, boolean expires, Optional<Duration> patience) {}
