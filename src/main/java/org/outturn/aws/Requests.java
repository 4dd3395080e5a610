package org.outturn.aws;

import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Sends requests to the region that the bucket is in. A server that refuses one because the bucket
 * is elsewhere, and says where, is asked again there, once: the refusal came before anything was
 * done, so that is safe for writes as well.
 */
final class Requests {
    private final S3Clients clients;
    private final BucketFacts buckets;
    private final AwsFailures failures;

    Requests(S3Clients clients, BucketFacts buckets, AwsFailures failures) {
        this.clients = clients;
        this.buckets = buckets;
        this.failures = failures;
    }

    /** Sends a short request and waits for its answer. */
    <T> T send(Call call, Function<S3Client, T> request) {
        return inRegion(call, region -> request.apply(clients.shortRequests(region)));
    }

    /**
     * Does something in the region of the call's bucket.
     *
     * @throws FailureException with whatever it threw
     * @throws CancellationException if the connection was closed meanwhile
     */
    <T> T inRegion(Call call, Function<String, T> work) {
        String region = buckets.region(call.bucket());
        try {
            return attempt(call, region, work);
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.WrongRegion elsewhere
                    && !call.bucket().isEmpty()
                    && !elsewhere.region().isEmpty()
                    && !elsewhere.region().equals(region)) {
                buckets.isIn(call.bucket(), elsewhere.region());
                return attempt(call, elsewhere.region(), work);
            }
            throw e;
        }
    }

    /** Does something that asks no server, with the region that the call's bucket is known for. */
    <T> T local(Call call, Function<String, T> work) {
        try {
            return work.apply(buckets.region(call.bucket()));
        } catch (RuntimeException e) {
            throw failures.exception(e, call);
        }
    }

    private <T> T attempt(Call call, String region, Function<String, T> work) {
        try {
            T result = work.apply(region);
            buckets.isThere(call.bucket());
            return result;
        } catch (RuntimeException e) {
            if (clients.isClosed()) {
                throw new CancellationException("the connection is closed");
            }
            FailureException failure = failures.exception(e, call);
            if (failure.failure() instanceof Failure.BucketNotFound) {
                buckets.isGone(call.bucket());
            }
            throw failure;
        }
    }
}
