package org.outturn.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Compares this computer's clock with the server's, by the date of its answers. */
final class ServerClock implements ExecutionInterceptor {
    private final InstantSource clock;
    private volatile @Nullable Duration behind;

    /**
     * @param clock this computer's
     */
    ServerClock(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void afterTransmission(
            Context.AfterTransmission context, ExecutionAttributes executionAttributes) {
        told(context.httpResponse()).ifPresent(time -> behind = since(time));
    }

    /**
     * How far this computer is behind the server, below zero when it is ahead, as of the last
     * answer; a second more or less. Empty before the first one.
     */
    Optional<Duration> behind() {
        return Optional.ofNullable(behind);
    }

    /** The same as of one answer. */
    Optional<Duration> behind(SdkHttpResponse answer) {
        return told(answer).map(this::since);
    }

    private Duration since(Instant server) {
        return Duration.between(clock.instant(), server);
    }

    /** What the error document says, else the head (RFC 9110, section 6.6.1). */
    private static Optional<Instant> told(SdkHttpResponse answer) {
        return answer.firstMatchingHeader(ErrorRegion.SERVER_TIME)
                .flatMap(text -> parsed(text, DateTimeFormatter.ISO_DATE_TIME))
                .or(() ->
                        answer.firstMatchingHeader("Date")
                                .flatMap(text ->
                                        parsed(text, DateTimeFormatter.RFC_1123_DATE_TIME)));
    }

    private static Optional<Instant> parsed(String text, DateTimeFormatter format) {
        try {
            return Optional.of(ZonedDateTime.parse(text, format).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
