package org.outturn.aws;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/**
 * Sends one object's GET or PUT over the SDK's connection with the SDK's signature, but without the
 * many steps that the SDK's client takes around them: for ten thousand small files those cost more
 * than the files (docs/benchmarks.md). It knows success only. On any other answer, and when none
 * comes, the caller asks again through the client, which retries, finds the region and says what is
 * wrong.
 */
final class DirectRequests {
    /** After so many requests in a row without success the client does them all. */
    private static final int MOST_REFUSALS = 20;

    private static final String UNRESERVED = "-_.~/";

    private final SdkHttpClient http;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final AwsCredentialsProvider credentials;
    private final URI endpoint;
    private final String region;
    private final AtomicInteger refusals = new AtomicInteger();

    private DirectRequests(
            SdkHttpClient http, AwsCredentialsProvider credentials, URI endpoint, String region) {
        this.http = http;
        this.credentials = credentials;
        this.endpoint = endpoint;
        this.region = region;
    }

    /**
     * For a server that gets the plainest requests; AWS gets the SDK's checksums, and so its
     * client.
     */
    static Optional<DirectRequests> to(
            Server server,
            Way way,
            SdkHttpClient http,
            AwsCredentialsProvider credentials,
            String region) {
        return server.endpoint()
                .filter(_ -> !server.aws() && !server.allChecksums() && way.pathStyle())
                .map(way::signed)
                .map(endpoint -> new DirectRequests(http, credentials, endpoint, region));
    }

    /**
     * The object that a request is about.
     *
     * @param body what is sent; {@code null} for a GET
     */
    record Target(String bucket, String key, @Nullable WireBody body) {
        Target(String bucket, String key) {
            this(bucket, key, null);
        }
    }

    /** What is done with a successful answer. */
    @FunctionalInterface
    interface Answer<T> {
        T take(SdkHttpResponse answer, AbortableInputStream body) throws Exception;
    }

    /**
     * Sends a request.
     *
     * @return what {@code then} makes of the answer; empty when there was no successful one
     */
    <T> Optional<T> send(
            SdkHttpMethod method, Target target, Map<String, String> headers, Answer<T> then) {
        if (refusals.get() >= MOST_REFUSALS) {
            return Optional.empty();
        }
        HttpExecuteRequest request = signed(method, target, headers);
        HttpExecuteResponse answer;
        try {
            if (target.body() != null) {
                target.body().begin();
            }
            answer = http.prepareRequest(request).call();
        } catch (IOException e) {
            if (TransportFailures.isSilence(e)) {
                // who has waited long enough is not to wait once more
                throw SdkClientException.create("no answer", e);
            }
            refusals.incrementAndGet();
            return Optional.empty();
        }
        try (AbortableInputStream body = body(answer)) {
            if (!answer.httpResponse().isSuccessful()) {
                refusals.incrementAndGet();
                body.abort();
                return Optional.empty();
            }
            refusals.set(0);
            return Optional.of(then.take(answer.httpResponse(), body));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // a broken connection, to be recognised by its cause
            throw SdkClientException.create("the answer could not be read", e);
        }
    }

    private static AbortableInputStream body(HttpExecuteResponse answer) {
        return answer.responseBody()
                .orElseGet(() -> AbortableInputStream.create(InputStream.nullInputStream()));
    }

    private HttpExecuteRequest signed(
            SdkHttpMethod method, Target target, Map<String, String> headers) {
        SdkHttpRequest.Builder plain =
                SdkHttpRequest.builder()
                        .method(method)
                        .protocol(endpoint.getScheme())
                        .host(endpoint.getHost())
                        .port(endpoint.getPort() < 0 ? null : endpoint.getPort())
                        .encodedPath(path(target.bucket(), target.key()));
        headers.forEach(plain::putHeader);
        SignedRequest signed =
                signer.sign(sign -> {
                    sign.request(plain.build())
                            .identity(credentials.resolveCredentials())
                            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                            .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                            .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                            .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                            .putProperty(AwsV4HttpSigner.CHUNK_ENCODING_ENABLED, false)
                            // TLS guards what it carries; over plain http the signature does
                            .putProperty(
                                    AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED,
                                    endpoint.getScheme().equalsIgnoreCase("http"));
                    if (target.body() != null) {
                        sign.payload(target.body());
                    }
                });
        HttpExecuteRequest.Builder request = HttpExecuteRequest.builder().request(signed.request());
        signed.payload().ifPresent(request::contentStreamProvider);
        return request.build();
    }

    private String path(String bucket, String key) {
        String base = endpoint.getRawPath() == null ? "" : endpoint.getRawPath();
        StringBuilder path = new StringBuilder(base);
        if (path.isEmpty() || path.charAt(path.length() - 1) != '/') {
            path.append('/');
        }
        return encode(encode(path, bucket).append('/'), key).toString();
    }

    /** As a signature wants a path (SigV4, "UriEncode"; RFC 3986, section 2.3). */
    private static StringBuilder encode(StringBuilder out, String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain =
                    c >= 'a' && c <= 'z'
                            || c >= 'A' && c <= 'Z'
                            || c >= '0' && c <= '9'
                            || UNRESERVED.indexOf(c) >= 0;
            if (plain) {
                out.append(c);
            } else {
                out.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return out;
    }
}
