package org.outturn.aws;

import java.io.IOException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkInternalExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpExecutionAttributes;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/** Tells each upload's {@link UploadState} what the transfer manager does on its behalf. */
final class UploadWatch implements ExecutionInterceptor {
    /** Set on the PutObject request; the transfer manager hands it to every request it makes. */
    static final ExecutionAttribute<UploadState> STATE =
            new ExecutionAttribute<>("org.outturn.aws.UploadState");

    @Override
    public void beforeExecution(
            Context.BeforeExecution context, ExecutionAttributes executionAttributes) {
        UploadState state = executionAttributes.getAttribute(STATE);
        if (state == null) {
            return;
        }
        switch (context.request()) {
            case CreateMultipartUploadRequest create -> state.creating();
            case CompleteMultipartUploadRequest complete -> state.completing();
            case AbortMultipartUploadRequest abort when state.keepsParts() ->
                    throw SdkClientException.create("the parts are kept for another attempt");
            case UploadPartRequest part -> count(executionAttributes, state);
            case PutObjectRequest whole -> count(executionAttributes, state);
            default -> {
                // the abort tells of itself when it is done
            }
        }
    }

    /**
     * Gives bodies their Content-MD5. Interceptors run where blocking does no harm: on the caller's
     * thread or the one that the answer before was handled on, not on a connection's.
     */
    @Override
    public SdkRequest modifyRequest(
            Context.ModifyRequest context, ExecutionAttributes executionAttributes) {
        UploadState state = executionAttributes.getAttribute(STATE);
        FileDigests digests = state == null ? null : state.digests().orElse(null);
        if (digests == null) {
            return context.request();
        }
        try {
            return switch (context.request()) {
                case UploadPartRequest part ->
                        part.toBuilder()
                                .contentMD5(FileDigests.header(digests.part(part.partNumber())))
                                .build();
                case PutObjectRequest whole ->
                        whole.toBuilder().contentMD5(FileDigests.header(digests.whole())).build();
                default -> context.request();
            };
        } catch (IOException e) {
            throw SdkClientException.create("the file could not be read", e);
        }
    }

    private static void count(ExecutionAttributes attributes, UploadState state) {
        attributes.putAttribute(
                SdkInternalExecutionAttribute.SDK_HTTP_EXECUTION_ATTRIBUTES,
                SdkHttpExecutionAttributes.builder()
                        .put(RequestBytes.ATTRIBUTE, new RequestBytes(state.progress()))
                        .build());
    }

    @Override
    public void beforeTransmission(
            Context.BeforeTransmission context, ExecutionAttributes executionAttributes) {
        UploadState state = executionAttributes.getAttribute(STATE);
        if (state != null && context.request() instanceof CreateMultipartUploadRequest) {
            state.asked();
        }
    }

    @Override
    public void afterExecution(
            Context.AfterExecution context, ExecutionAttributes executionAttributes) {
        UploadState state = executionAttributes.getAttribute(STATE);
        if (state == null) {
            return;
        }
        if (context.response() instanceof CreateMultipartUploadResponse created) {
            state.created(created.uploadId());
        } else if (context.request() instanceof AbortMultipartUploadRequest) {
            state.aborted(true);
        }
    }

    @Override
    public void onExecutionFailure(
            Context.FailedExecution context, ExecutionAttributes executionAttributes) {
        UploadState state = executionAttributes.getAttribute(STATE);
        if (state == null) {
            return;
        }
        if (context.request() instanceof CreateMultipartUploadRequest) {
            state.notCreated(context.exception() instanceof AwsServiceException);
        } else if (context.request() instanceof AbortMultipartUploadRequest) {
            state.aborted(false);
        }
    }
}
