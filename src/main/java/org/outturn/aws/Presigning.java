package org.outturn.aws;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.SignedUrl;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** Signs links with signature version 4 in the query. */
final class Presigning {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** What signature version 4 allows. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private static final Pattern SIGNED_AT =
            Pattern.compile("[?&]X-Amz-Date=(\\d{8}T\\d{6})Z(&|$)");
    private static final DateTimeFormatter BASIC_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private final S3Clients clients;
    private final Requests requests;
    private final AwsCredentialsProvider credentials;

    Presigning(S3Clients clients, Requests requests, AwsCredentialsProvider credentials) {
        this.clients = clients;
        this.requests = requests;
        this.credentials = credentials;
    }

    SignedUrl get(ObjectAddress address, Duration lifetime, String fileName) {
        Call call = Call.on(Operation.PRESIGN, address);
        if (lifetime.compareTo(SHORTEST) < 0 || lifetime.compareTo(LONGEST) > 0) {
            throw new FailureException(
                    new Failure.Invalid(
                            call.attempt(), Technical.of("a link lives one second to seven days")));
        }
        Duration seconds = Duration.ofSeconds(lifetime.toSeconds());
        return requests.local(
                call, region -> sign(clients.presigner(region), address, seconds, fileName));
    }

    private SignedUrl sign(
            LinkSigner presigner, ObjectAddress address, Duration lifetime, String fileName) {
        // taken once, so that the end of these very keys is the one that is told
        AwsCredentials keys = credentials.resolveCredentials();
        GetObjectRequest.Builder get =
                GetObjectRequest.builder()
                        .bucket(address.bucket())
                        .key(address.key())
                        .overrideConfiguration(
                                o -> o.credentialsProvider(StaticCredentialsProvider.create(keys)));
        if (!fileName.isEmpty()) {
            get.responseContentDisposition(attachment(fileName));
        }
        String url =
                presigner.url(
                        sign -> sign.signatureDuration(lifetime).getObjectRequest(get.build()));
        return new SignedUrl(
                address,
                uri(url),
                signedAt(url).plus(lifetime),
                keys.expirationTime().orElse(Instant.MAX));
    }

    /** The server counts from the whole second in the signature, not from our clock. */
    private static Instant signedAt(String url) {
        Matcher date = SIGNED_AT.matcher(url);
        if (!date.find()) {
            throw new IllegalStateException("a signed URL without its date");
        }
        return LocalDateTime.parse(date.group(1), BASIC_TIME).toInstant(ZoneOffset.UTC);
    }

    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            // the message of the original holds the URL, which is a secret
            throw new IllegalStateException("the signed URL is not a URI");
        }
    }

    /**
     * {@code attachment} with the name in both forms: ASCII for old clients, UTF-8 for others (RFC
     * 6266, section 4.3; RFC 8187, section 3.2).
     */
    static String attachment(String fileName) {
        StringBuilder plain = new StringBuilder();
        fileName.codePoints()
                .forEach(c ->
                        plain.append(
                                c < 0x20 || c >= 0x7f || c == '"' || c == '\\' || c == '%'
                                        ? '_'
                                        : (char) c));
        StringBuilder extended = new StringBuilder();
        for (byte b : fileName.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean literal =
                    c >= 'a' && c <= 'z'
                            || c >= 'A' && c <= 'Z'
                            || c >= '0' && c <= '9'
                            || "!#$&+-.^_`|~".indexOf(c) >= 0;
            extended.append(literal ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + extended;
    }
}
