package org.outturn.aws;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Requests that carry files: directly where that can be done, else through the SDK's client. */
final class FileRequests {
    private static final String METADATA = "x-amz-meta-";
    private static final String ENCRYPTION = "x-amz-server-side-encryption";
    private static final String CUSTOMER_KEYS = ENCRYPTION + "-customer-algorithm";
    private static final Set<String> PATH_FIELDS = Set.of("Bucket", "Key");

    /** Asks the client to compute something. */
    private static final Set<String> NEEDS_THE_CLIENT = Set.of("ChecksumAlgorithm", "ChecksumMode");

    private final S3Client client;
    private final Optional<DirectRequests> direct;

    FileRequests(S3Client client, Optional<DirectRequests> direct) {
        this.client = client;
        this.direct = direct;
    }

    /**
     * Asks for an object.
     *
     * @param reader reads the answer; never gives {@code null}
     */
    <T> T get(GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> reader) {
        return headers(request)
                .flatMap(headers ->
                        direct.flatMap(d ->
                                d.send(
                                        SdkHttpMethod.GET,
                                        new DirectRequests.Target(request.bucket(), request.key()),
                                        headers,
                                        (answer, body) ->
                                                reader.transform(response(answer), body))))
                .orElseGet(() -> client.getObject(request, reader));
    }

    /** Stores an object. */
    PutObjectResponse put(PutObjectRequest request, WireBody body, long length) {
        Optional<Map<String, String>> headers = headers(request);
        if (headers.isPresent() && direct.isPresent()) {
            headers.get().put("Content-Length", Long.toString(length));
            Optional<PutObjectResponse> stored =
                    direct.get()
                            .send(
                                    SdkHttpMethod.PUT,
                                    new DirectRequests.Target(
                                            request.bucket(), request.key(), body),
                                    headers.get(),
                                    (answer, none) -> stored(answer));
            if (stored.isPresent()) {
                return stored.get();
            }
        }
        return client.putObject(body.attachedTo(request), body.content(length));
    }

    private static PutObjectResponse stored(SdkHttpResponse answer) {
        PutObjectResponse.Builder response =
                PutObjectResponse.builder()
                        .eTag(header(answer, "ETag"))
                        .versionId(header(answer, "x-amz-version-id"))
                        .serverSideEncryption(header(answer, ENCRYPTION))
                        .sseCustomerAlgorithm(header(answer, CUSTOMER_KEYS));
        response.sdkHttpResponse(answer);
        return response.build();
    }

    private static @Nullable String header(SdkHttpResponse answer, String name) {
        return answer.firstMatchingHeader(name).orElse(null);
    }

    /** What the rest of the program looks at in an answer. */
    private static GetObjectResponse response(SdkHttpResponse answer) {
        Map<String, String> metadata = new HashMap<>();
        answer.forEachHeader((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(METADATA)) {
                metadata.put(lower.substring(METADATA.length()), values.getFirst());
            }
        });
        GetObjectResponse.Builder response =
                GetObjectResponse.builder()
                        .eTag(header(answer, "ETag"))
                        .serverSideEncryption(header(answer, ENCRYPTION))
                        .sseCustomerAlgorithm(header(answer, CUSTOMER_KEYS))
                        .contentRange(header(answer, "Content-Range"))
                        .contentLength(
                                answer.firstMatchingHeader("Content-Length")
                                        .map(Long::valueOf)
                                        .orElse(null))
                        .metadata(metadata);
        response.sdkHttpResponse(answer);
        return response.build();
    }

    /** The request's headers; empty if it holds anything that is more than a header. */
    private static Optional<Map<String, String>> headers(SdkPojo request) {
        Map<String, String> headers = new HashMap<>();
        for (SdkField<?> field : request.sdkFields()) {
            Object value = field.getValueOrDefault(request);
            boolean named = PATH_FIELDS.contains(field.memberName());
            if (value == null || value instanceof SdkAutoConstructMap || named) {
                continue;
            }
            boolean plain =
                    value instanceof String || value instanceof Number || value instanceof Boolean;
            if (field.location() != MarshallLocation.HEADER
                    || NEEDS_THE_CLIENT.contains(field.memberName())) {
                return Optional.empty();
            }
            if (plain) {
                headers.put(field.locationName(), value.toString());
            } else if (value instanceof Map<?, ?> map && field.memberName().equals("Metadata")) {
                map.forEach((name, text) -> headers.put(METADATA + name, String.valueOf(text)));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(headers);
    }
}
