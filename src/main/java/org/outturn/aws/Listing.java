package org.outturn.aws;

import java.util.List;
import java.util.function.Consumer;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.Prefix;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** ListObjectsV2, page by page. */
final class Listing {
    private static final int PAGE = 1_000;

    private final Requests requests;

    Listing(Requests requests) {
        this.requests = requests;
    }

    void list(
            Prefix prefix,
            String delimiter,
            String startAfter,
            Cancellation cancellation,
            Consumer<ListingPage> sink) {
        Call call = Call.on(Operation.LIST_OBJECTS, prefix.bucket());
        Interruptible interruptible = new Interruptible(cancellation);
        ListObjectsV2Request next = first(prefix, delimiter, startAfter);
        while (true) {
            ListObjectsV2Request request = next;
            ListObjectsV2Response answer =
                    interruptible.call(() -> requests.send(call, s3 -> s3.listObjectsV2(request)));
            boolean last = !Boolean.TRUE.equals(answer.isTruncated());
            String token = answer.nextContinuationToken();
            cancellation.check();
            sink.accept(page(answer, last));
            if (last) {
                return;
            }
            if (token == null || token.equals(request.continuationToken())) {
                throw new FailureException(
                        new Failure.Unexpected(
                                call.attempt(),
                                Technical.of("more is announced, but not where it begins")));
            }
            next = request.toBuilder().continuationToken(token).build();
        }
    }

    private static ListObjectsV2Request first(Prefix prefix, String delimiter, String startAfter) {
        ListObjectsV2Request.Builder request =
                ListObjectsV2Request.builder()
                        .bucket(prefix.bucket())
                        .maxKeys(PAGE)
                        // XML cannot hold the control characters that a key can
                        .encodingType(EncodingType.URL);
        if (!prefix.value().isEmpty()) {
            request.prefix(prefix.value());
        }
        if (!delimiter.isEmpty()) {
            request.delimiter(delimiter);
        }
        if (!startAfter.isEmpty()) {
            request.startAfter(startAfter);
        }
        return request.build();
    }

    private static ListingPage page(ListObjectsV2Response answer, boolean last) {
        List<ObjectEntry> objects = answer.contents().stream().map(Listing::entry).toList();
        List<String> prefixes = answer.commonPrefixes().stream().map(CommonPrefix::prefix).toList();
        return new ListingPage(objects, prefixes, last);
    }

    private static ObjectEntry entry(S3Object object) {
        String storageClass = object.storageClassAsString();
        return new ObjectEntry(
                object.key(),
                object.size() == null ? 0 : object.size(),
                object.lastModified(),
                storageClass == null ? "" : storageClass,
                Etags.plain(object.eTag()));
    }
}
