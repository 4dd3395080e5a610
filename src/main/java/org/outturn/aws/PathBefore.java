package org.outturn.aws;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * Puts a path before that of each request, after it was signed: for servers behind somebody who
 * takes the path away, so that the server computes the signature without it.
 */
final class PathBefore {
    private PathBefore() {}

    /** The same connections with a path before every request's. */
    static SdkHttpClient with(String path, SdkHttpClient http) {
        return path.isEmpty() ? http : new Blocking(path, http);
    }

    /** The same for connections that are made by whoever uses them. */
    static SdkHttpClient.Builder<?> with(String path, SdkHttpClient.Builder<?> http) {
        return path.isEmpty() ? http : new Making(path, http);
    }

    /** The same for transfers. */
    static SdkAsyncHttpClient with(String path, SdkAsyncHttpClient http) {
        return path.isEmpty() ? http : new Async(path, http);
    }

    private static SdkHttpRequest moved(String path, SdkHttpRequest request) {
        String own = request.encodedPath();
        return request.toBuilder()
                .encodedPath(path + (own.startsWith("/") ? own : "/" + own))
                .build();
    }

    private record Making(String path, SdkHttpClient.Builder<?> http)
            implements SdkHttpClient.Builder<Making> {
        @Override
        public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
            return with(path, http.buildWithDefaults(defaults));
        }
    }

    private record Blocking(String path, SdkHttpClient http) implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            HttpExecuteRequest.Builder moved =
                    HttpExecuteRequest.builder().request(moved(path, request.httpRequest()));
            request.contentStreamProvider().ifPresent(moved::contentStreamProvider);
            request.metricCollector().ifPresent(moved::metricCollector);
            return http.prepareRequest(moved.build());
        }

        @Override
        public String clientName() {
            return http.clientName();
        }

        @Override
        public void close() {
            http.close();
        }
    }

    private record Async(String path, SdkAsyncHttpClient http) implements SdkAsyncHttpClient {
        @Override
        public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
            AsyncExecuteRequest.Builder moved =
                    AsyncExecuteRequest.builder()
                            .request(moved(path, request.request()))
                            .requestContentPublisher(request.requestContentPublisher())
                            .responseHandler(request.responseHandler())
                            .fullDuplex(request.fullDuplex())
                            .httpExecutionAttributes(request.httpExecutionAttributes());
            request.metricCollector().ifPresent(moved::metricCollector);
            return http.execute(moved.build());
        }

        @Override
        public String clientName() {
            return http.clientName();
        }

        @Override
        public void close() {
            http.close();
        }
    }
}
