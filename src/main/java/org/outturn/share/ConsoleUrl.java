package org.outturn.share;

import java.util.List;
import java.util.Optional;

/**
 * A page of the AWS console: {@code /s3/object/bucket?prefix=key} and {@code
 * /s3/buckets/bucket?prefix=prefix}.
 *
 * @param path the key or the prefix
 * @param prefix whether the page is one of a prefix
 */
record ConsoleUrl(String bucket, String path, boolean prefix, Optional<String> region) {
    private static final List<String> DOMAINS =
            List.of(
                    "console.aws.amazon.com",
                    "console.amazonaws.cn",
                    "console.amazonaws-us-gov.com");

    static boolean isConsole(String host) {
        return DOMAINS.stream().anyMatch(d -> host.equals(d) || host.endsWith("." + d));
    }

    /** Empty if the page is not one of a bucket or an object. */
    static Optional<ConsoleUrl> read(PastedUrl url) {
        String[] parts = url.rawPath().split("/", 4);
        if (parts.length < 3 || !parts[0].equals("s3")) {
            return Optional.empty();
        }
        boolean page = parts[1].equals("buckets");
        if (!page && !parts[1].equals("object")) {
            return Optional.empty();
        }
        Optional<String> bucket = Percent.decode(parts[2], false);
        Optional<String> path = path(url, parts.length == 4 ? parts[3] : "");
        if (bucket.isEmpty() || path.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> region = url.parameter("region").filter(r -> !r.isEmpty());
        return Optional.of(new ConsoleUrl(bucket.get(), path.get(), page, region));
    }

    /** Older pages have the prefix in the path. The console writes spaces of a query as plus. */
    private static Optional<String> path(PastedUrl url, String older) {
        Optional<String> parameter = url.parameter("prefix");
        return parameter.isPresent()
                ? Percent.decode(parameter.get(), true)
                : Percent.decode(older, false);
    }
}
