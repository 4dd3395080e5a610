package org.outturn.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of a request to STS (IAM user guide, "Create a signed AWS API request"). */
record SignedRequest(Asked asked, Matcher parts, boolean present) {
    private static final Pattern HEADER =
            Pattern.compile(
                    "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8}/([^/]+)/([^/]+)/aws4_request),"
                            + " ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

    static SignedRequest of(Asked asked) {
        Matcher matcher = HEADER.matcher(asked.header("Authorization"));
        return new SignedRequest(asked, matcher, matcher.matches());
    }

    String accessKeyId() {
        return parts.group(1);
    }

    String amzDate() {
        return asked.header("X-Amz-Date");
    }

    Instant date() {
        return LocalDateTime.parse(amzDate(), DATE).toInstant(ZoneOffset.UTC);
    }

    boolean signedWith(String secret) {
        String headers =
                Stream.of(parts.group(5).split(";"))
                        .map(name -> name + ":" + asked.header(name).strip() + "\n")
                        .collect(Collectors.joining());
        String canonical =
                String.join(
                        "\n",
                        asked.method(),
                        asked.path(),
                        asked.query(),
                        headers,
                        parts.group(5),
                        sha256(asked.body()));
        String scope = parts.group(2);
        String text = String.join("\n", "AWS4-HMAC-SHA256", amzDate(), scope, sha256(canonical));
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String step : scope.split("/")) {
            key = hmac(key, step);
        }
        return HexFormat.of().formatHex(hmac(key, text)).equals(parts.group(6));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
