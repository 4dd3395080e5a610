package org.outturn.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** Requests that no SDK client would send, or whose answers it would hide. */
final class RawS3 {
    private static final Set<String> SET_BY_THE_CLIENT = Set.of("host", "content-length", "expect");
    private final ContractServer server;
    private final AwsCredentialsIdentity identity;
    private final String region;
    private final Clock clock;

    RawS3(ContractServer server) {
        this(server, server.credentials, server.region, Clock.systemUTC());
    }

    private RawS3(
            ContractServer server, AwsCredentialsIdentity identity, String region, Clock clock) {
        this.server = server;
        this.identity = identity;
        this.region = region;
        this.clock = clock;
    }

    RawS3 as(String accessKey, String secretKey) {
        return new RawS3(
                server, AwsCredentialsIdentity.create(accessKey, secretKey), region, clock);
    }

    RawS3 in(String otherRegion) {
        return new RawS3(server, identity, otherRegion, clock);
    }

    /** Signing as if it were earlier or later by this much. */
    RawS3 at(Duration offset) {
        return new RawS3(server, identity, region, Clock.offset(Clock.systemUTC(), offset));
    }

    /** The path of an object in path style. */
    static String path(String bucket, String key) {
        return "/" + bucket + "/" + SdkHttpUtils.urlEncodeIgnoreSlashes(key);
    }

    /** A link to GET an object. */
    URI link(String bucket, String key, Duration expiry, Map<String, String> parameters) {
        // signed as if for https, for which alone the signer leaves the payload unsigned
        var request =
                request("GET", path(bucket, key), parameters, Map.of()).toBuilder()
                        .protocol("https")
                        .build();
        URI signed =
                AwsV4HttpSigner.create()
                        .sign(r -> inQuery(signing(r, request, new byte[0]), expiry))
                        .request()
                        .getUri();
        return URI.create(signed.toString().replaceFirst("https", server.endpoint.getScheme()));
    }

    private static void inQuery(
            SignRequest.Builder<AwsCredentialsIdentity> builder, Duration expiry) {
        builder.putProperty(
                        AwsV4FamilyHttpSigner.AUTH_LOCATION,
                        AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, expiry);
    }

    HttpResponse<byte[]> get(URI link, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(link).timeout(Duration.ofMinutes(1));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.GET());
    }

    /** What a browser asks before it sends a request of another origin. */
    HttpResponse<byte[]> preflight(String bucket, String origin, String method) throws Exception {
        return send(
                HttpRequest.newBuilder(server.endpoint.resolve(path(bucket, "a")))
                        .timeout(Duration.ofMinutes(1))
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", method)
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    }

    /** A request signed in its headers, over the hash of its body. */
    HttpResponse<byte[]> send(
            String method,
            String path,
            Map<String, String> parameters,
            Map<String, String> headers,
            byte[] body)
            throws Exception {
        return send(method, path, parameters, headers, body, body);
    }

    /** The same, but sends another body than the one signed. */
    HttpResponse<byte[]> send(
            String method,
            String path,
            Map<String, String> parameters,
            Map<String, String> headers,
            byte[] body,
            byte[] sent)
            throws Exception {
        SdkHttpRequest unsigned = request(method, path, parameters, headers);
        SignedRequest signed = AwsV4HttpSigner.create().sign(r -> signing(r, unsigned, body));
        HttpRequest.Builder request = HttpRequest.newBuilder(signed.request().getUri());
        request.timeout(Duration.ofMinutes(1));
        signed.request()
                .forEachHeader((name, values) -> {
                    if (!SET_BY_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                        values.forEach(value -> request.header(name, value));
                    }
                });
        return send(request.method(method, HttpRequest.BodyPublishers.ofByteArray(sent)));
    }

    /** The Code element of an error. */
    static String code(HttpResponse<byte[]> response) {
        String xml = new String(response.body(), StandardCharsets.UTF_8);
        int from = xml.indexOf("<Code>");
        return from < 0 ? "" : xml.substring(from + 6, xml.indexOf("</Code>"));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private SdkHttpRequest request(
            String method,
            String path,
            Map<String, String> parameters,
            Map<String, String> headers) {
        var query = new HashMap<String, List<String>>();
        parameters.forEach((name, value) -> query.put(name, List.of(value)));
        var builder =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.fromValue(method))
                        .protocol(server.endpoint.getScheme())
                        .host(server.endpoint.getHost())
                        .port(server.endpoint.getPort())
                        .encodedPath(path)
                        .rawQueryParameters(query);
        headers.forEach(builder::putHeader);
        return builder.build();
    }

    private SignRequest.Builder<AwsCredentialsIdentity> signing(
            SignRequest.Builder<AwsCredentialsIdentity> builder,
            SdkHttpRequest request,
            byte[] body) {
        return builder.identity(identity)
                .request(request)
                .payload(() -> new ByteArrayInputStream(body))
                .putProperty(HttpSigner.SIGNING_CLOCK, clock)
                .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false);
    }
}
