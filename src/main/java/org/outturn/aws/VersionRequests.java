package org.outturn.aws;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.outturn.storage.BucketVersioning;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectVersion;
import org.outturn.storage.ObjectVersions;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;

/** Whether a bucket keeps versions, and those of one object. */
final class VersionRequests {
    private static final int PAGE = 1_000;

    /** The SDK tells versions and markers apart, which takes them out of their order. */
    private static final Comparator<ObjectVersion> NEWEST_FIRST =
            Comparator.comparing(ObjectVersion::latest)
                    .thenComparing(ObjectVersion::modified)
                    .reversed();

    private final Requests requests;

    VersionRequests(Requests requests) {
        this.requests = requests;
    }

    BucketVersioning versioning(String bucket) {
        BucketVersioningStatus status =
                requests.send(
                        Call.on(Operation.GET_VERSIONING, bucket),
                        s3 -> s3.getBucketVersioning(get -> get.bucket(bucket)).status());
        if (status == BucketVersioningStatus.ENABLED) {
            return BucketVersioning.ENABLED;
        }
        return status == BucketVersioningStatus.SUSPENDED
                ? BucketVersioning.SUSPENDED
                : BucketVersioning.OFF;
    }

    /** The key alone is the first of all keys that begin with it, so the end is soon seen. */
    ObjectVersions list(ObjectAddress address, int most, Cancellation cancellation) {
        if (most < 1) {
            throw new IllegalArgumentException("at least one version");
        }
        Call call = Call.on(Operation.LIST_VERSIONS, address.bucket());
        var interruptible = new Interruptible(cancellation);
        var found = new ArrayList<ObjectVersion>();
        ListObjectVersionsRequest next =
                ListObjectVersionsRequest.builder()
                        .bucket(address.bucket())
                        .prefix(address.key())
                        // XML cannot hold the control characters that a key can
                        .encodingType(EncodingType.URL)
                        // one more than wanted tells whether there are more
                        .maxKeys(Math.min(PAGE, most + 1))
                        .build();
        while (true) {
            ListObjectVersionsRequest request = next;
            ListObjectVersionsResponse answer =
                    interruptible.call(
                            () -> requests.send(call, s3 -> s3.listObjectVersions(request)));
            cancellation.check();
            List<ObjectVersion> page = page(answer, address.key());
            found.addAll(page);
            boolean end =
                    !Boolean.TRUE.equals(answer.isTruncated())
                            || page.size()
                                    < answer.versions().size() + answer.deleteMarkers().size()
                            || answer.nextKeyMarker() == null;
            if (end || found.size() > most) {
                return new ObjectVersions(
                        found.subList(0, Math.min(most, found.size())), found.size() > most);
            }
            next =
                    request.toBuilder()
                            .keyMarker(answer.nextKeyMarker())
                            .versionIdMarker(answer.nextVersionIdMarker())
                            .build();
        }
    }

    private static List<ObjectVersion> page(ListObjectVersionsResponse answer, String key) {
        var page = new ArrayList<ObjectVersion>();
        answer.versions().stream()
                .filter(version -> key.equals(version.key()))
                .map(VersionRequests::version)
                .forEach(page::add);
        answer.deleteMarkers().stream()
                .filter(marker -> key.equals(marker.key()))
                .map(VersionRequests::marker)
                .forEach(page::add);
        page.sort(NEWEST_FIRST);
        return page;
    }

    private static ObjectVersion version(
            software.amazon.awssdk.services.s3.model.ObjectVersion version) {
        String storageClass = version.storageClassAsString();
        return new ObjectVersion(
                id(version.versionId()),
                Boolean.TRUE.equals(version.isLatest()),
                false,
                version.size() == null ? 0 : version.size(),
                version.lastModified(),
                storageClass == null ? "" : storageClass);
    }

    private static ObjectVersion marker(DeleteMarkerEntry marker) {
        return new ObjectVersion(
                id(marker.versionId()),
                Boolean.TRUE.equals(marker.isLatest()),
                true,
                0,
                marker.lastModified(),
                "");
    }

    /** Buckets that never kept versions have none, which servers write in two ways. */
    private static String id(String id) {
        return id == null || id.isEmpty() ? "null" : id;
    }
}
