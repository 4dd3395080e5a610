package org.outturn.share;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.outturn.share.PastedAddress.Found;
import org.outturn.share.PastedAddress.NotAnAddress;
import org.outturn.share.PastedAddress.SignatureForm;
import org.outturn.storage.ObjectAddress;

/** Reads what was pasted; {@link PastedAddress#parse(String, Optional)} says what it knows. */
final class AddressParser {
    /** Names older than today's rule have up to 255 characters (S3 user guide, bucket naming). */
    private static final int MAX_BUCKET = 255;

    private final Optional<URI> endpoint;

    AddressParser(Optional<URI> endpoint) {
        this.endpoint = endpoint;
    }

    PastedAddress parse(String text) {
        String address = PastedWrapping.removed(text);
        int colon = address.indexOf(':');
        String scheme = colon < 0 ? "" : address.substring(0, colon).toLowerCase(Locale.ROOT);
        Optional<Found> found =
                switch (scheme) {
                    case "s3", "s3a", "s3n" -> s3(address.substring(colon + 1));
                    case "arn" -> arn(address);
                    case "http", "https" -> PastedUrl.split(address).flatMap(this::url);
                    default -> Optional.empty();
                };
        return found.<PastedAddress>map(f -> f).orElseGet(NotAnAddress::new);
    }

    /** The key is written as it is, without percent-encoding, as the AWS CLI has it. */
    private static Optional<Found> s3(String rest) {
        return rest.startsWith("//") ? unsigned(rest.substring(2)) : Optional.empty();
    }

    /** {@code arn:partition:s3:::bucket/key}. */
    private static Optional<Found> arn(String arn) {
        String[] parts = arn.split(":", 6);
        boolean object =
                parts.length == 6
                        && parts[1].toLowerCase(Locale.ROOT).startsWith("aws")
                        && parts[2].equalsIgnoreCase("s3")
                        && parts[3].isEmpty()
                        && parts[4].isEmpty();
        return object ? unsigned(parts[5]) : Optional.empty();
    }

    private static Optional<Found> unsigned(String bucketAndKey) {
        int slash = bucketAndKey.indexOf('/');
        String bucket = slash < 0 ? bucketAndKey : bucketAndKey.substring(0, slash);
        String path = slash < 0 ? "" : bucketAndKey.substring(slash + 1);
        return found(bucket, path, false, Optional.empty(), Optional.empty(), LinkSignature.NONE);
    }

    private Optional<Found> url(PastedUrl url) {
        if (ConsoleUrl.isConsole(url.host())) {
            return ConsoleUrl.read(url)
                    .flatMap(c ->
                            found(
                                    c.bucket(),
                                    c.path(),
                                    c.prefix(),
                                    Optional.empty(),
                                    c.region(),
                                    LinkSignature.NONE));
        }
        LinkSignature signature = LinkSignature.of(url);
        Optional<AwsHost> aws = AwsHost.of(url.host());
        if (aws.isPresent()) {
            return hosted(
                    url,
                    aws.get().bucket(),
                    Optional.empty(),
                    aws.get().region().or(signature::region),
                    signature);
        }
        Optional<String> bucketHost = endpoint.flatMap(url::bucketBefore);
        if (bucketHost.isPresent()) {
            return hosted(url, bucketHost.get(), endpoint, signature.region(), signature);
        }
        Optional<String> below = endpoint.flatMap(url::pathBelow);
        if (below.isPresent()) {
            return pathStyle(below.get(), endpoint, signature.region(), signature);
        }
        // a stranger's server: only a signature tells that this is S3 at all
        return signature.form() == SignatureForm.NONE
                ? Optional.empty()
                : pathStyle(url.rawPath(), url.server(), signature.region(), signature);
    }

    private static Optional<Found> hosted(
            PastedUrl url,
            String bucket,
            Optional<URI> server,
            Optional<String> region,
            LinkSignature signature) {
        if (bucket.isEmpty()) {
            return pathStyle(url.rawPath(), server, region, signature);
        }
        return Percent.decode(url.rawPath(), false)
                .flatMap(path -> found(bucket, path, false, server, region, signature));
    }

    private static Optional<Found> pathStyle(
            String rawPath,
            Optional<URI> server,
            Optional<String> region,
            LinkSignature signature) {
        int slash = rawPath.indexOf('/');
        String rawBucket = slash < 0 ? rawPath : rawPath.substring(0, slash);
        String rawKey = slash < 0 ? "" : rawPath.substring(slash + 1);
        return Percent.decode(rawBucket, false)
                .flatMap(bucket ->
                        Percent.decode(rawKey, false)
                                .flatMap(key ->
                                        found(bucket, key, false, server, region, signature)));
    }

    private static Optional<Found> found(
            String bucket,
            String path,
            boolean prefix,
            Optional<URI> server,
            Optional<String> region,
            LinkSignature signature) {
        boolean fits =
                isBucket(bucket)
                        && path.getBytes(StandardCharsets.UTF_8).length
                                <= ObjectAddress.MAX_KEY_BYTES;
        if (!fits) {
            return Optional.empty();
        }
        boolean surely = prefix || path.isEmpty() || path.endsWith("/");
        return Optional.of(
                new Found(
                        bucket,
                        path,
                        surely,
                        server,
                        region,
                        signature.form(),
                        signature.expires()));
    }

    private static boolean isBucket(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_BUCKET
                && name.chars()
                        .allMatch(c ->
                                c >= 'a' && c <= 'z'
                                        || c >= 'A' && c <= 'Z'
                                        || c >= '0' && c <= '9'
                                        || c == '-'
                                        || c == '.'
                                        || c == '_');
    }
}
