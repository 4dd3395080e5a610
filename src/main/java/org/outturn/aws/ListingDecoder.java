package org.outturn.aws;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/**
 * Decodes the keys of a listing before the SDK does. The SDK decodes the repeated prefix as well,
 * which Ceph does not encode, and so fails on every prefix with a percent sign.
 */
final class ListingDecoder implements ExecutionInterceptor {
    @Override
    public SdkResponse modifyResponse(
            Context.ModifyResponse context, ExecutionAttributes executionAttributes) {
        return switch (context.response()) {
            case ListObjectsV2Response listing when listing.encodingType() == EncodingType.URL ->
                    decoded(listing);
            case ListObjectVersionsResponse listing
                    when listing.encodingType() == EncodingType.URL ->
                    decoded(listing);
            default -> context.response();
        };
    }

    private static ListObjectVersionsResponse decoded(ListObjectVersionsResponse listing) {
        String next = listing.nextKeyMarker();
        return listing.toBuilder()
                .encodingType((EncodingType) null)
                .prefix(null)
                .delimiter(null)
                .keyMarker(null)
                .nextKeyMarker(next == null ? null : plain(next))
                .versions(
                        listing.versions().stream()
                                .map(v -> v.toBuilder().key(plain(v.key())).build())
                                .toList())
                .deleteMarkers(
                        listing.deleteMarkers().stream()
                                .map(m -> m.toBuilder().key(plain(m.key())).build())
                                .toList())
                .build();
    }

    private static ListObjectsV2Response decoded(ListObjectsV2Response listing) {
        return listing.toBuilder()
                .encodingType((EncodingType) null)
                .prefix(null)
                .delimiter(null)
                .startAfter(null)
                .contents(
                        listing.contents().stream()
                                .map(o -> o.toBuilder().key(plain(o.key())).build())
                                .toList())
                .commonPrefixes(
                        listing.commonPrefixes().stream()
                                .map(p -> p.toBuilder().prefix(plain(p.prefix())).build())
                                .toList())
                .build();
    }

    private static String plain(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
