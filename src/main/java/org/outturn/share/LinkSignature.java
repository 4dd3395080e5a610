package org.outturn.share;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.outturn.share.PastedAddress.SignatureForm;

/**
 * What the query of a presigned URL tells besides the signature, which is not kept.
 *
 * @param expires when it ends; empty if the query does not say so in a way that can be read
 * @param region the region it was signed for (V4 only)
 */
record LinkSignature(SignatureForm form, Optional<Instant> expires, Optional<String> region) {
    static final LinkSignature NONE =
            new LinkSignature(SignatureForm.NONE, Optional.empty(), Optional.empty());

    private static final DateTimeFormatter AMZ_DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

    static LinkSignature of(PastedUrl url) {
        if (url.parameter("X-Amz-Signature").isPresent()) {
            return new LinkSignature(SignatureForm.V4, v4End(url), v4Region(url));
        }
        boolean v2 =
                url.parameter("AWSAccessKeyId").isPresent()
                        && url.parameter("Signature").isPresent()
                        && url.parameter("Expires").isPresent();
        return v2 ? new LinkSignature(SignatureForm.V2, v2End(url), Optional.empty()) : NONE;
    }

    private static Optional<Instant> v4End(PastedUrl url) {
        Optional<String> date = url.parameter("X-Amz-Date").flatMap(d -> Percent.decode(d, false));
        Optional<Long> seconds = url.parameter("X-Amz-Expires").flatMap(LinkSignature::seconds);
        if (date.isEmpty() || seconds.isEmpty()) {
            return Optional.empty();
        }
        try {
            Instant signed = LocalDateTime.parse(date.get(), AMZ_DATE).toInstant(ZoneOffset.UTC);
            return Optional.of(signed.plusSeconds(seconds.get()));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> v2End(PastedUrl url) {
        try {
            return url.parameter("Expires")
                    .flatMap(LinkSignature::seconds)
                    .map(Instant::ofEpochSecond);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code X-Amz-Credential} is {@code key/date/region/s3/aws4_request}. */
    private static Optional<String> v4Region(PastedUrl url) {
        return url.parameter("X-Amz-Credential")
                .flatMap(credential -> Percent.decode(credential, false))
                .map(credential -> credential.split("/", -1))
                .filter(parts -> parts.length >= 5 && !parts[parts.length - 3].isEmpty())
                .map(parts -> parts[parts.length - 3]);
    }

    private static Optional<Long> seconds(String digits) {
        try {
            long value = Long.parseLong(digits);
            return value < 0 ? Optional.empty() : Optional.of(value);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
