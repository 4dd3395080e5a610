package org.outturn.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A part of the contract, asked of one server. */
interface AsksServer {
    ContractServer server();

    default S3Client s3() {
        return server().s3();
    }

    /** Puts a short text and returns its ETag. */
    default String put(String bucket, String key, String text) {
        return s3().putObject(
                        b -> b.bucket(bucket).key(key),
                        software.amazon.awssdk.core.sync.RequestBody.fromString(text))
                .eTag();
    }

    default String text(String bucket, String key) {
        return s3().getObjectAsBytes(b -> b.bucket(bucket).key(key)).asUtf8String();
    }

    /** Asserts that a call fails with this status and, unless empty, this code. */
    default S3Exception refused(int status, String code, ThrowingCallable call) {
        S3Exception e = catchThrowableOfType(S3Exception.class, call);
        assertThat(e).as("refused with %s %s", status, code).isNotNull();
        assertThat(e.statusCode()).as(e.getMessage()).isEqualTo(status);
        if (!code.isEmpty()) {
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
        }
        return e;
    }
}
