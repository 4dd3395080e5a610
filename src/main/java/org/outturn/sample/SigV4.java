package org.outturn.sample;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

    /**
     * Says who signed a request.
     *
     * @throws S3Error when nobody did, or not as it was received, or not now
     */
    Signed verify(S3Request request) {
        SignatureClaim claim = SignatureClaim.of(request);
        String[] scope = claim.credential().split("/");
        if (scope.length != 5 || !scope[3].equals("s3") || !scope[4].equals("aws4_request")) {
            throw claim.malformed("the Credential is not <key>/<date>/<region>/s3/aws4_request");
        }
        SampleKey key = key(scope[0]);
        if (!scope[2].equals(region)) {
            throw claim.malformed(
                            "the region '" + scope[2] + "' is wrong; expecting '" + region + "'")
                    .detail("Region", region)
                    .header("x-amz-bucket-region", region);
        }
        if (!claim.date().startsWith(scope[1])) {
            throw claim.malformed("the date of the Credential is not that of the request");
        }
        checkTime(request, claim);
        checkToken(key, claim.token());
        String scopeText = claim.credential().substring(scope[0].length() + 1);
        byte[] secret = ("AWS4" + key.secretKey()).getBytes(StandardCharsets.UTF_8);
        for (String step : List.of(scope[1], scope[2], scope[3], scope[4])) {
            secret = Digests.hmac(secret, step);
        }
        var signed =
                new Signed(
                        key, secret, scopeText, claim.date(), claim.signature(), claim.payload());
        // most clients sign the path as they send it; some send more escapes than they sign
        String recoded = Percent.encodePath(Percent.decode(request.rawPath));
        for (String path : List.of(request.rawPath, recoded)) {
            byte[] canonical = claim.canonical(request, path).getBytes(StandardCharsets.ISO_8859_1);
            String expected = signed.sign(ALGORITHM, Digests.sha256Hex(canonical));
            if (Digests.same(expected, claim.signature())) {
                return signed;
            }
        }
        throw new S3Error(
                403,
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided."
                        + " Check your key and signing method.");
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

    private void checkTime(S3Request request, SignatureClaim claim) {
        Instant now = clock.instant();
        Instant date;
        try {
            date = AMZ_DATE.parse(claim.date(), Instant::from);
        } catch (DateTimeException e) {
            throw S3Error.accessDenied(
                    "AWS authentication requires a valid Date or x-amz-date header");
        }
        if (!claim.inQuery()) {
            if (Duration.between(date, now).abs().compareTo(MAX_SKEW) > 0) {
                throw new S3Error(
                                403,
                                "RequestTimeTooSkewed",
                                "The difference between the request time and the current time is too"
                                        + " large.")
                        .detail("RequestTime", claim.date())
                        .detail("ServerTime", now.toString())
                        .detail("MaxAllowedSkewMilliseconds", "" + MAX_SKEW.toMillis());
            }
            return;
        }
        int expires = request.number("X-Amz-Expires", 0);
        if (expires < 1 || expires > MAX_EXPIRY) {
            throw claim.malformed("X-Amz-Expires must be 1 to " + MAX_EXPIRY + " seconds");
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
}
