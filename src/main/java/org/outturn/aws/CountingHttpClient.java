package org.outturn.aws;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.RateLimit;
import org.reactivestreams.Subscriber;
import software.amazon.awssdk.http.SdkHttpExecutionAttributes;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.async.SdkHttpContentPublisher;

/**
 * Counts the bytes of uploads, and keeps their limit, where they go to the connection. Further up
 * they could be counted twice: over plain http a body is read once to be signed and once to be
 * sent.
 */
final class CountingHttpClient implements SdkAsyncHttpClient {
    private final SdkAsyncHttpClient http;
    private final RateLimit limit;
    private final ScheduledExecutorService timer;

    /**
     * @param limit for all of them together
     * @param timer for what has to wait for the limit
     */
    CountingHttpClient(SdkAsyncHttpClient http, RateLimit limit, ScheduledExecutorService timer) {
        this.http = http;
        this.limit = limit;
        this.timer = timer;
    }

    @Override
    public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
        SdkHttpExecutionAttributes attributes = request.httpExecutionAttributes();
        @Nullable RequestBytes bytes =
                attributes == null ? null : attributes.getAttribute(RequestBytes.ATTRIBUTE);
        if (bytes == null || request.requestContentPublisher() == null) {
            return http.execute(request);
        }
        bytes.restart();
        AsyncExecuteRequest.Builder counted =
                AsyncExecuteRequest.builder()
                        .request(request.request())
                        .requestContentPublisher(
                                new Counted(request.requestContentPublisher(), bytes))
                        .responseHandler(request.responseHandler())
                        .fullDuplex(request.fullDuplex())
                        .httpExecutionAttributes(attributes);
        request.metricCollector().ifPresent(counted::metricCollector);
        return http.execute(counted.build());
    }

    @Override
    public String clientName() {
        return http.clientName();
    }

    @Override
    public void close() {
        http.close();
    }

    /** A body that tells of its bytes as they are taken. */
    private final class Counted implements SdkHttpContentPublisher {
        private final SdkHttpContentPublisher body;
        private final RequestBytes bytes;

        Counted(SdkHttpContentPublisher body, RequestBytes bytes) {
            this.body = body;
            this.bytes = bytes;
        }

        @Override
        public Optional<Long> contentLength() {
            return body.contentLength();
        }

        @Override
        public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
            body.subscribe(new PacedBody(subscriber, limit, timer, bytes::add));
        }
    }
}
