package org.outturn.aws;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.CreateBucketConfiguration;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;

/**
 * Takes the location constraint away that the SDK adds when it creates a bucket. Only AWS needs it;
 * Ceph refuses any name but its own zone group's, which is not the region it is signed for.
 */
final class NoLocationConstraint implements ExecutionInterceptor {
    @Override
    public SdkRequest modifyRequest(
            Context.ModifyRequest context, ExecutionAttributes executionAttributes) {
        return context.request() instanceof CreateBucketRequest create
                ? create.toBuilder()
                        .createBucketConfiguration((CreateBucketConfiguration) null)
                        .build()
                : context.request();
    }
}
