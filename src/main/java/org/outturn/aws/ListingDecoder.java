package org.outturn.aws;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/**
 * Decodes the keys of a listing before the SDK does. The SDK decodes the repeated prefix as well,
 * which Ceph does not encode, and so fails on every prefix with a percent sign.
 */
final class ListingDecoder implements ExecutionInterceptor {
    @Override
    public SdkResponse modifyResponse(
            Context.ModifyResponse context, ExecutionAttributes executionAttributes) {
        return context.response() instanceof ListObjectsV2Response listing
                        && listing.encodingType() == EncodingType.URL
                ? decoded(listing)
                : context.response();
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
