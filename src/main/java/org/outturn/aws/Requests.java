package org.outturn.aws;

import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Sends requests to the region that the bucket is in, in the way that the server takes. A server
 * that refuses one because the bucket is elsewhere, and says where, is asked again there, once: the
 * refusal came before anything was done, so that is safe for writes as well.
 */
final class Requests {
    private final S3Clients clients;
    private final BucketFacts buckets;
    private final AwsFailures failures;
    private final Ways ways;

    Requests(S3Clients clients, BucketFacts buckets, AwsFailures failures, Ways ways) {
        this.clients = clients;
        this.buckets = buckets;
        this.failures = failures;
        this.ways = ways;
    }

    /** Sends a short request and waits for its answer. */
    <T> T send(Call call, Function<S3Client, T> request) {
        return inRegion(call, region -> request.apply(clients.shortRequests(region)));
    }

    /** Sends a request over which the server may take its time, and waits for its answer. */
    <T> T sendPatiently(Call call, Function<S3Client, T> request) {
        return inRegion(call, region -> request.apply(clients.patientRequests(region)));
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
            String elsewhere = rightRegion(e.failure(), call);
            if (!elsewhere.isEmpty() && !elsewhere.equals(region)) {
                if (call.bucket().isEmpty()) {
                    buckets.homeIs(elsewhere);
                }
                buckets.isIn(call.bucket(), elsewhere);
                return attempt(call, elsewhere, work);
            }
            if (ways.foundAnother(call, e.failure(), region)) {
                return inRegion(call, work);
            }
            throw e;
        }
    }

    /** Where the bucket is according to a refusal; empty when the refusal is not about that. */
    private String rightRegion(Failure refusal, Call call) {
        if (refusal instanceof Failure.WrongRegion elsewhere) {
            return elsewhere.region();
        }
        boolean mayBeRegion = refusal.technical().code().equals("AuthorizationHeaderMalformed");
        return mayBeRegion && !call.bucket().isEmpty() ? askedRegion(call.bucket()) : "";
    }

    /**
     * Transfers do not see the document in which a server names the region, so a short request is
     * refused for the same reason in their place.
     */
    private String askedRegion(String bucket) {
        Call call = Call.on(Operation.LIST_OBJECTS, bucket);
        try {
            attempt(
                    call,
                    buckets.region(bucket),
                    region ->
                            clients.shortRequests(region)
                                    .listObjectsV2(list -> list.bucket(bucket).maxKeys(1)));
            return "";
        } catch (FailureException e) {
            return e.failure() instanceof Failure.WrongRegion elsewhere ? elsewhere.region() : "";
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
            ways.worked(call);
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
