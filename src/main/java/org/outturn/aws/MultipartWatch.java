package org.outturn.aws;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;

/** Tells each upload's {@link MultipartState} what the transfer manager does on its behalf. */
final class MultipartWatch implements ExecutionInterceptor {
    /** Set on the PutObject request; the transfer manager hands it to every request it makes. */
    static final ExecutionAttribute<MultipartState> STATE =
            new ExecutionAttribute<>("org.outturn.aws.MultipartState");

    @Override
    public void beforeExecution(
            Context.BeforeExecution context, ExecutionAttributes executionAttributes) {
        MultipartState state = executionAttributes.getAttribute(STATE);
        if (state == null) {
            return;
        }
        if (context.request() instanceof CreateMultipartUploadRequest) {
            state.creating();
        } else if (context.request() instanceof CompleteMultipartUploadRequest) {
            state.completing();
        }
    }

    @Override
    public void afterExecution(
            Context.AfterExecution context, ExecutionAttributes executionAttributes) {
        MultipartState state = executionAttributes.getAttribute(STATE);
        if (state != null && context.response() instanceof CreateMultipartUploadResponse created) {
            state.created(created.uploadId());
        }
    }

    @Override
    public void onExecutionFailure(
            Context.FailedExecution context, ExecutionAttributes executionAttributes) {
        MultipartState state = executionAttributes.getAttribute(STATE);
        if (state != null && context.request() instanceof CreateMultipartUploadRequest) {
            state.notCreated();
        }
    }
}
