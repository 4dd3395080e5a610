package org.outturn.sample;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Verifies signatures of version 4, in headers and in links (S3 API reference, "Authenticating
 * Requests (AWS Signature Version 4)").
 */
final class SigV4 {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final Duration MAX_SKEW = Duration.ofMinutes(15);
    private static final long MAX_EXPIRY = Duration.ofDays(7).toSeconds();
    private static final DateTimeFormatter AMZ_DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String region;
    private final List<SampleKey> keys;
    private final Clock clock;

    SigV4(String region, List<SampleKey> keys, Clock clock) {
        this.region = region;
        this.keys = keys;
        this.clock = clock;
    }

    /** What a request says of its signature, from its headers or its query. */
    private record Claim(
            boolean inQuery,
            String credential,
            String date,
            String signedHeaders,
            String signature,
            @Nullable String token,
            String payload) {}

    /**
     * Says who signed a request.
     *
     * @throws S3Error when nobody did, or not as it was received, or not now
     */
    Signed verify(S3Request request) {
        Claim claim =
                request.parameter("X-Amz-Algorithm") != null
                        ? ofQuery(request)
                        : ofHeaders(request);
        String[] scope = claim.credential.split("/");
        if (scope.length != 5 || !scope[3].equals("s3") || !scope[4].equals("aws4_request")) {
            throw malformed(claim, "the Credential is not <key>/<date>/<region>/s3/aws4_request");
        }
        SampleKey key = key(scope[0]);
        if (!scope[2].equals(region)) {
            throw malformed(
                            claim,
                            "the region '" + scope[2] + "' is wrong; expecting '" + region + "'")
                    .detail("Region", region)
                    .header("x-amz-bucket-region", region);
        }
        if (!claim.date.startsWith(scope[1])) {
            throw malformed(claim, "the date of the Credential is not that of the request");
        }
        checkTime(request, claim);
        checkToken(key, claim.token);
        String scopeText = claim.credential.substring(scope[0].length() + 1);
        byte[] secret = ("AWS4" + key.secretKey()).getBytes(StandardCharsets.UTF_8);
        for (String step : List.of(scope[1], scope[2], scope[3], scope[4])) {
            secret = Digests.hmac(secret, step);
        }
        var signed = new Signed(key, secret, scopeText, claim.date, claim.signature, claim.payload);
        // most clients sign the path as they send it; some send more escapes than they sign
        String recoded = Percent.encodePath(Percent.decode(request.rawPath));
        for (String path : List.of(request.rawPath, recoded)) {
            byte[] canonical =
                    canonical(request, claim, path).getBytes(StandardCharsets.ISO_8859_1);
            String expected = signed.sign(ALGORITHM, Digests.sha256Hex(canonical));
            if (Digests.same(expected, claim.signature)) {
                return signed;
            }
        }
        throw new S3Error(
                403,
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided."
                        + " Check your key and signing method.");
    }

    private static Claim ofHeaders(S3Request request) {
        String header = request.header("Authorization");
        if (header == null) {
            throw S3Error.accessDenied("Access Denied");
        }
        if (!header.startsWith(ALGORITHM + " ")) {
            throw S3Error.invalidRequest(
                    "The authorization mechanism you have provided is not supported. Please use "
                            + ALGORITHM);
        }
        Map<String, String> parts = new HashMap<>();
        for (String part : header.substring(ALGORITHM.length()).split(",")) {
            String[] pair = part.strip().split("=", 2);
            parts.put(pair[0], pair.length == 2 ? pair[1] : "");
        }
        String payload = request.header("x-amz-content-sha256");
        if (payload == null) {
            throw S3Error.invalidRequest(
                    "Missing required header for this request: x-amz-content-sha256");
        }
        return new Claim(
                false,
                parts.getOrDefault("Credential", ""),
                request.header("x-amz-date", ""),
                parts.getOrDefault("SignedHeaders", ""),
                parts.getOrDefault("Signature", ""),
                request.header("x-amz-security-token"),
                payload);
    }

    private static Claim ofQuery(S3Request request) {
        return new Claim(
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

    private SampleKey key(String accessKey) {
        return keys.stream()
                .filter(key -> key.accessKey().equals(accessKey))
                .findFirst()
                .orElseThrow(() ->
                        new S3Error(
                                403,
                                "InvalidAccessKeyId",
                                "The AWS Access Key Id you provided does not exist in our"
                                        + " records."));
    }

    private void checkTime(S3Request request, Claim claim) {
        Instant now = clock.instant();
        Instant date;
        try {
            date = AMZ_DATE.parse(claim.date, Instant::from);
        } catch (DateTimeException e) {
            throw S3Error.accessDenied(
                    "AWS authentication requires a valid Date or x-amz-date header");
        }
        if (!claim.inQuery) {
            if (Duration.between(date, now).abs().compareTo(MAX_SKEW) > 0) {
                throw new S3Error(
                                403,
                                "RequestTimeTooSkewed",
                                "The difference between the request time and the current time is too"
                                        + " large.")
                        .detail("RequestTime", claim.date)
                        .detail("ServerTime", now.toString())
                        .detail("MaxAllowedSkewMilliseconds", "" + MAX_SKEW.toMillis());
            }
            return;
        }
        int expires = request.number("X-Amz-Expires", 0);
        if (expires < 1 || expires > MAX_EXPIRY) {
            throw malformed(claim, "X-Amz-Expires must be 1 to " + MAX_EXPIRY + " seconds");
        }
        if (date.isAfter(now.plus(MAX_SKEW))) {
            throw S3Error.accessDenied("Request is not valid yet");
        }
        if (date.plusSeconds(expires).isBefore(now)) {
            throw S3Error.accessDenied("Request has expired");
        }
    }

    private void checkToken(SampleKey key, @Nullable String token) {
        if (!Objects.equals(key.sessionToken(), token)) {
            throw new S3Error(
                    400, "InvalidToken", "The provided token is malformed or otherwise invalid.");
        }
        if (key.expires() != null && key.expires().isBefore(clock.instant())) {
            throw new S3Error(400, "ExpiredToken", "The provided token has expired.");
        }
    }

    private static String canonical(S3Request request, Claim claim, String path) {
        List<String> names = Arrays.asList(claim.signedHeaders.split(";"));
        for (String header : request.headerNames()) {
            String name = header.toLowerCase(Locale.ROOT);
            boolean mustBeSigned =
                    name.equals("host")
                            || name.startsWith("x-amz-")
                                    && !(claim.inQuery && name.equals("x-amz-content-sha256"));
            if (mustBeSigned && !names.contains(name)) {
                throw S3Error.accessDenied(
                        "There were headers present in the request which were not signed");
            }
        }
        String query =
                request.parameters.stream()
                        .filter(p -> !(claim.inQuery && p.name().equals("X-Amz-Signature")))
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
        return String.join(
                "\n", request.method, path, query, headers, claim.signedHeaders, claim.payload);
    }

    private static S3Error malformed(Claim claim, String why) {
        return claim.inQuery
                ? new S3Error(
                        400,
                        "AuthorizationQueryParametersError",
                        "Error parsing the query parameters; " + why)
                : new S3Error(
                        400,
                        "AuthorizationHeaderMalformed",
                        "The authorization header is malformed; " + why);
    }
}
