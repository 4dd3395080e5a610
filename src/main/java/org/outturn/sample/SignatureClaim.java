package org.outturn.sample;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of its signature, in its headers or in its query; nothing of it is verified.
 *
 * @param credential {@code key/date/region/service/aws4_request}
 * @param date as {@code yyyyMMddTHHmmssZ}
 * @param signedHeaders lower-case names divided by semicolons
 * @param token of a session; null when there is none
 * @param payload the hash of the body, or the way in which the body comes
 */
record SignatureClaim(
        boolean inQuery,
        String credential,
        String date,
        String signedHeaders,
        String signature,
        @Nullable String token,
        String payload) {

    /**
     * @throws S3Error when the request claims no signature of this version
     */
    static SignatureClaim of(S3Request request) {
        return request.parameter("X-Amz-Algorithm") != null ? ofQuery(request) : ofHeaders(request);
    }

    private static SignatureClaim ofHeaders(S3Request request) {
        String header = request.header("Authorization");
        if (header == null) {
            throw S3Error.accessDenied("Access Denied");
        }
        if (!header.startsWith(SigV4.ALGORITHM + " ")) {
            throw S3Error.invalidRequest(
                    "The authorization mechanism you have provided is not supported. Please use "
                            + SigV4.ALGORITHM);
        }
        Map<String, String> parts = new HashMap<>();
        for (String part : header.substring(SigV4.ALGORITHM.length()).split(",")) {
            String[] pair = part.strip().split("=", 2);
            parts.put(pair[0], pair.length == 2 ? pair[1] : "");
        }
        String payload = request.header("x-amz-content-sha256");
        if (payload == null) {
            throw S3Error.invalidRequest(
                    "Missing required header for this request: x-amz-content-sha256");
        }
        return new SignatureClaim(
                false,
                parts.getOrDefault("Credential", ""),
                request.header("x-amz-date", ""),
                parts.getOrDefault("SignedHeaders", ""),
                parts.getOrDefault("Signature", ""),
                request.header("x-amz-security-token"),
                payload);
    }

    private static SignatureClaim ofQuery(S3Request request) {
        return new SignatureClaim(
                true,
                request.parameter("X-Amz-Credential", ""),
                request.parameter("X-Amz-Date", ""),
                request.parameter("X-Amz-SignedHeaders", ""),
                request.parameter("X-Amz-Signature", ""),
                request.parameter("X-Amz-Security-Token"),
                request.parameter(
                        "X-Amz-Content-Sha256",
                        request.header("x-amz-content-sha256", Signed.UNSIGNED)));
    }

    /**
     * The canonical request (task 1 of the reference), for the path in one of its spellings.
     *
     * @throws S3Error when a header that must be signed is not
     */
    String canonical(S3Request request, String path) {
        List<String> names = Arrays.asList(signedHeaders.split(";"));
        for (String header : request.headerNames()) {
            String name = header.toLowerCase(Locale.ROOT);
            boolean mustBeSigned =
                    name.equals("host")
                            || name.startsWith("x-amz-")
                                    && !(inQuery && name.equals("x-amz-content-sha256"));
            if (mustBeSigned && !names.contains(name)) {
                throw S3Error.accessDenied(
                        "There were headers present in the request which were not signed");
            }
        }
        String query =
                request.parameters.stream()
                        .filter(p -> !(inQuery && p.name().equals("X-Amz-Signature")))
                        .map(p -> Map.entry(Percent.encode(p.name()), Percent.encode(p.value())))
                        .sorted(
                                Map.Entry.<String, String>comparingByKey()
                                        .thenComparing(Map.Entry.comparingByValue()))
                        .map(p -> p.getKey() + "=" + p.getValue())
                        .collect(Collectors.joining("&"));
        String headers =
                names.stream()
                        .map(n -> n + ":" + request.header(n, "").replaceAll(" +", " ") + "\n")
                        .collect(Collectors.joining());
        return String.join("\n", request.method, path, query, headers, signedHeaders, payload);
    }

    /** The error for a claim that cannot be judged. */
    S3Error malformed(String why) {
        return inQuery
                ? new S3Error(
                        400,
                        "AuthorizationQueryParametersError",
                        "Error parsing the query parameters; " + why)
                : new S3Error(
                        400,
                        "AuthorizationHeaderMalformed",
                        "The authorization header is malformed; " + why);
    }

    /** Without signature and token. */
    @Override
    public String toString() {
        return "SignatureClaim[" + credential + ", " + date + "]";
    }
}
