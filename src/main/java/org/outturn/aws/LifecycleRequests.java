package org.outturn.aws;

import java.util.List;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.storage.LifecycleRule;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.RestoreTier;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.RestoreObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tier;

/** A bucket's lifecycle, and getting objects back from where it has put them. */
final class LifecycleRequests {
    private final Requests requests;
    private final LifecycleReader reader;

    LifecycleRequests(Server server, Requests requests) {
        this.requests = requests;
        this.reader = new LifecycleReader(server.aws());
    }

    List<LifecycleRule> rules(String bucket) {
        return requests.send(Call.on(Operation.GET_LIFECYCLE, bucket), s3 -> rules(s3, bucket));
    }

    private List<LifecycleRule> rules(S3Client s3, String bucket) {
        try {
            return reader.read(s3.getBucketLifecycleConfiguration(get -> get.bucket(bucket)));
        } catch (S3Exception e) {
            // the bucket is there, the configuration is not: a bare 404 would say neither
            if (e.awsErrorDetails() != null
                    && "NoSuchLifecycleConfiguration".equals(e.awsErrorDetails().errorCode())) {
                return List.of();
            }
            throw e;
        }
    }

    void restore(ObjectAddress address, int days, RestoreTier tier) {
        if (days < 0) {
            throw new IllegalArgumentException("no such number of days: " + days);
        }
        Call call = Call.on(Operation.RESTORE_OBJECT, address);
        try {
            requests.send(call, s3 -> s3.restoreObject(request(address, days, tier)));
        } catch (FailureException e) {
            // the same code as for reading what is archived means the opposite here
            if (e.failure() instanceof Failure.Archived(var attempt, var technical)) {
                throw new FailureException(
                        new Failure.NotArchived(attempt, technical), e.getCause());
            }
            throw e;
        }
    }

    private static RestoreObjectRequest request(ObjectAddress address, int days, RestoreTier tier) {
        Tier name =
                switch (tier) {
                    case EXPEDITED -> Tier.EXPEDITED;
                    case STANDARD -> Tier.STANDARD;
                    case BULK -> Tier.BULK;
                };
        return RestoreObjectRequest.builder()
                .bucket(address.bucket())
                .key(address.key())
                .restoreRequest(restore ->
                        restore.days(days == 0 ? null : days)
                                .glacierJobParameters(job -> job.tier(name)))
                .build();
    }
}
