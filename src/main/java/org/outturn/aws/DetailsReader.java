package org.outturn.aws;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectDetails;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Turns the answer to HeadObject into {@link ObjectDetails}. */
final class DetailsReader {
    private static final String DEFAULT_TYPE = "binary/octet-stream";

    private static final Set<String> SHOWN =
            Set.of(
                    "cache-control",
                    "content-encoding",
                    "content-disposition",
                    "content-language",
                    "expires",
                    "x-amz-server-side-encryption",
                    "x-amz-server-side-encryption-aws-kms-key-id",
                    "x-amz-version-id",
                    "x-amz-restore",
                    "x-amz-archive-status",
                    "x-amz-replication-status",
                    "x-amz-object-lock-mode",
                    "x-amz-object-lock-retain-until-date",
                    "x-amz-object-lock-legal-hold",
                    "x-amz-website-redirect-location",
                    "x-amz-mp-parts-count",
                    "x-amz-tagging-count");

    private static final String CHECKSUM = "x-amz-checksum-";

    private final MetadataText metadataText = new MetadataText();

    ObjectDetails read(ObjectAddress address, HeadObjectResponse head) {
        return new ObjectDetails(
                address,
                head.contentLength() == null ? 0 : head.contentLength(),
                head.lastModified() == null ? Instant.EPOCH : head.lastModified(),
                orElse(head.contentType(), DEFAULT_TYPE),
                Etags.plain(head.eTag()),
                orElse(head.storageClassAsString(), "STANDARD"),
                metadata(head),
                headers(head),
                Optional.ofNullable(head.expiration()));
    }

    private SortedMap<String, String> metadata(HeadObjectResponse head) {
        SortedMap<String, String> metadata = new TreeMap<>();
        head.metadata()
                .forEach((name, value) ->
                        metadata.put(name.toLowerCase(Locale.ROOT), metadataText.decode(value)));
        return metadata;
    }

    private static SortedMap<String, String> headers(HeadObjectResponse head) {
        SortedMap<String, String> headers = new TreeMap<>();
        for (Map.Entry<String, List<String>> header : head.sdkHttpResponse().headers().entrySet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (SHOWN.contains(name) || name.startsWith(CHECKSUM)) {
                headers.put(name, String.join(", ", header.getValue()));
            }
        }
        return headers;
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
