package org.outturn.aws.profile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.FailureException;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Keys that end, and are asked for anew before they do. Whoever needs keys while they are being
 * asked for waits for the same answer, so that nobody is prompted twice; the asking goes on when
 * those who wait give up, and its keys are there for the next.
 */
final class RenewedKeys implements AwsCredentialsProvider {
    private final Supplier<? extends AwsCredentials> source;
    private final Duration before;
    private final Clock clock;
    private @Nullable AwsCredentials current;
    private @Nullable CompletableFuture<AwsCredentials> asking;

    /**
     * @param source asks; may block; called on a thread of its own, never twice at once
     * @param before how long before their end keys are asked for anew
     */
    RenewedKeys(Supplier<? extends AwsCredentials> source, Duration before, Clock clock) {
        this.source = source;
        this.before = before;
        this.clock = clock;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        CompletableFuture<AwsCredentials> answer;
        AwsCredentials fallback;
        synchronized (this) {
            AwsCredentials known = current;
            if (known != null && lasts(known, before)) {
                return known;
            }
            fallback = known != null && lasts(known, Duration.ZERO) ? known : null;
            answer = asking == null ? ask() : asking;
        }
        return await(answer, fallback);
    }

    private CompletableFuture<AwsCredentials> ask() {
        CompletableFuture<AwsCredentials> answer = new CompletableFuture<>();
        asking = answer;
        Thread.ofVirtual().name("renew-keys").start(() -> ask(answer));
        return answer;
    }

    private void ask(CompletableFuture<AwsCredentials> answer) {
        AwsCredentials given = null;
        Throwable wrong = null;
        try {
            given = source.get();
        } catch (RuntimeException | Error e) {
            wrong = e;
        }
        synchronized (this) {
            asking = null;
            if (given != null) {
                current = given;
            }
        }
        if (given != null) {
            answer.complete(given);
        } else {
            answer.completeExceptionally(
                    wrong == null ? new IllegalStateException("no keys") : wrong);
        }
    }

    private static AwsCredentials await(
            CompletableFuture<AwsCredentials> answer, @Nullable AwsCredentials fallback) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            if (fallback != null) {
                return fallback;
            }
            if (e.getCause() instanceof FailureException known) {
                throw known;
            }
            throw new IllegalStateException("the keys could not be had", e.getCause());
        }
    }

    private boolean lasts(AwsCredentials keys, Duration ahead) {
        Instant end =
                keys instanceof AwsSessionCredentials session
                        ? session.expirationTime().orElse(Instant.MAX)
                        : Instant.MAX;
        return clock.instant().plus(ahead).isBefore(end);
    }

    @Override
    public String toString() {
        return "RenewedKeys[***]";
    }
}
