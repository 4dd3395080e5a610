package org.outturn.sample;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Applies the CORS document of a bucket to requests that browsers send from other origins. */
final class Cors {
    private Cors() {}

    /** Adds to an answer what lets a page of the request's origin read it, if it may. */
    static void allow(@Nullable SampleBucket bucket, S3Request request, S3Response response) {
        String origin = request.header("Origin");
        XmlNode rule = origin == null ? null : rule(bucket, origin, request.method, List.of());
        if (rule != null) {
            answer(rule, origin, response);
            String exposed = rule.values("ExposeHeader").collect(Collectors.joining(", "));
            response.header("Access-Control-Expose-Headers", exposed.isEmpty() ? null : exposed);
        }
    }

    /**
     * Answers what a browser asks before such a request.
     *
     * @throws S3Error 403 when no rule allows it
     */
    static void preflight(@Nullable SampleBucket bucket, S3Request request, S3Response response)
            throws java.io.IOException {
        String origin = request.header("Origin");
        String method = request.header("Access-Control-Request-Method");
        if (origin == null || method == null) {
            throw new S3Error(
                    400, "BadRequest", "Insufficient information. Origin request header needed.");
        }
        List<String> headers =
                Arrays.stream(request.header("Access-Control-Request-Headers", "").split(","))
                        .map(String::strip)
                        .filter(header -> !header.isEmpty())
                        .toList();
        XmlNode rule = rule(bucket, origin, method, headers);
        if (rule == null) {
            throw S3Error.accessDenied("CORSResponse: This CORS request is not allowed.");
        }
        answer(rule, origin, response);
        if (!headers.isEmpty()) {
            response.header("Access-Control-Allow-Headers", String.join(", ", headers));
        }
        response.header("Access-Control-Max-Age", rule.value("MaxAgeSeconds")).send(200);
    }

    private static void answer(XmlNode rule, String origin, S3Response response) {
        boolean any = rule.values("AllowedOrigin").anyMatch("*"::equals);
        response.header("Access-Control-Allow-Origin", any ? "*" : origin);
        response.header(
                "Access-Control-Allow-Methods",
                rule.values("AllowedMethod").collect(Collectors.joining(", ")));
        response.header("Access-Control-Allow-Credentials", any ? null : "true");
        response.header(
                "Vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
    }

    private static @Nullable XmlNode rule(
            @Nullable SampleBucket bucket, String origin, String method, List<String> headers) {
        String document = bucket == null ? null : bucket.document(BucketDocument.CORS);
        if (document == null) {
            return null;
        }
        byte[] xml = document.getBytes(StandardCharsets.UTF_8);
        return XmlNode.parse(xml, BucketDocument.CORS.root).all("CORSRule").stream()
                .filter(rule -> rule.values("AllowedOrigin").anyMatch(p -> matches(p, origin)))
                .filter(rule -> rule.values("AllowedMethod").anyMatch(method::equals))
                .filter(rule ->
                        headers.stream()
                                .allMatch(header ->
                                        rule.values("AllowedHeader")
                                                .anyMatch(p -> matches(p, header))))
                .findFirst()
                .orElse(null);
    }

    /** Whether a text is meant by a pattern with at most one {@code *}. */
    private static boolean matches(String pattern, String text) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equalsIgnoreCase(text);
        }
        String end = pattern.substring(star + 1);
        return text.length() >= pattern.length() - 1
                && text.regionMatches(true, 0, pattern, 0, star)
                && text.regionMatches(true, text.length() - end.length(), end, 0, end.length());
    }
}
