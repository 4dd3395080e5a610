package org.outturn.aws;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.http.SdkHttpExecutionAttributes;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.async.SdkHttpContentPublisher;

/**
 * Counts the bytes of uploads where they go to the connection. Further up they could be counted
 * twice: over plain http a body is read once to be signed and once to be sent.
 */
final class CountingHttpClient implements SdkAsyncHttpClient {
    private final SdkAsyncHttpClient http;

    CountingHttpClient(SdkAsyncHttpClient http) {
        this.http = http;
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
    private record Counted(SdkHttpContentPublisher body, RequestBytes bytes)
            implements SdkHttpContentPublisher {
        @Override
        public Optional<Long> contentLength() {
            return body.contentLength();
        }

        @Override
        public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
            body.subscribe(new Counting(subscriber, bytes));
        }
    }

    /** Passes everything on. */
    private record Counting(Subscriber<? super ByteBuffer> next, RequestBytes bytes)
            implements Subscriber<ByteBuffer> {
        @Override
        public void onSubscribe(Subscription subscription) {
            next.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer buffer) {
            int n = buffer.remaining();
            next.onNext(buffer);
            bytes.add(n);
        }

        @Override
        public void onError(Throwable thrown) {
            next.onError(thrown);
        }

        @Override
        public void onComplete() {
            next.onComplete();
        }
    }
}
