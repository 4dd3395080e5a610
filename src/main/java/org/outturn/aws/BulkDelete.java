package org.outturn.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import org.outturn.storage.DeleteReport;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectDetails;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/**
 * DeleteObjects in batches. Keys travel in the body, so no server can take a key of dots for
 * another address; only keys that XML cannot hold are deleted one by one.
 */
final class BulkDelete {
    private static final int BATCH = 1_000;

    private final Server server;
    private final Requests requests;
    private final ObjectReads reads;
    private final AwsFailures failures;

    BulkDelete(Server server, Requests requests, ObjectReads reads, AwsFailures failures) {
        this.server = server;
        this.requests = requests;
        this.reads = reads;
        this.failures = failures;
    }

    DeleteReport delete(
            String bucket,
            List<String> keys,
            Consumer<Integer> handled,
            Cancellation cancellation) {
        Outcome outcome = new Outcome(bucket);
        List<String> plain = new ArrayList<>();
        List<String> single = new ArrayList<>();
        new LinkedHashSet<>(keys).forEach(key -> (fitsXml(key) ? plain : single).add(key));
        for (int from = 0; from < plain.size(); from += BATCH) {
            cancellation.check();
            List<String> batch = plain.subList(from, Math.min(from + BATCH, plain.size()));
            try {
                outcome.add(batch, send(bucket, batch, null));
            } catch (FailureException e) {
                if (from == 0) {
                    throw e;
                }
                outcome.failed(plain.subList(from, plain.size()), e.failure());
                break;
            }
            handled.accept(outcome.size());
        }
        for (String key : single) {
            cancellation.check();
            outcome.deleteOne(new ObjectAddress(bucket, key));
            handled.accept(outcome.size());
        }
        return outcome.report();
    }

    /** Deletes one object that is still the one of this ETag. */
    void deleteIfSame(ObjectAddress address, String etag, Cancellation cancellation) {
        Interruptible interruptible = new Interruptible(cancellation);
        Optional<ObjectDetails> there = interruptible.call(() -> reads.find(address));
        if (there.isEmpty()) {
            return;
        }
        if (!there.get().etag().equals(etag)) {
            throw new FailureException(
                    new Failure.Conflict(
                            Call.on(Operation.DELETE_OBJECT, address).attempt(),
                            Technical.of("the object has changed since")));
        }
        Outcome outcome = new Outcome(address.bucket());
        if (fitsXml(address.key())) {
            List<String> one = List.of(address.key());
            // AWS looks itself whether it is still that one; others may not know the question
            @Nullable String condition = server.aws() ? etag : null;
            outcome.add(one, interruptible.call(() -> send(address.bucket(), one, condition)));
        } else {
            outcome.deleteOne(address);
        }
        Failure failure = outcome.report().failed().get(address.key());
        if (failure != null) {
            throw new FailureException(failure);
        }
    }

    /**
     * @param etag what each object must still have; {@code null} for any
     */
    private DeleteObjectsResponse send(String bucket, List<String> batch, @Nullable String etag) {
        List<ObjectIdentifier> objects =
                batch.stream()
                        .map(key -> ObjectIdentifier.builder().key(key).eTag(etag).build())
                        .toList();
        return requests.send(
                Call.on(Operation.DELETE_OBJECTS, bucket),
                s3 -> s3.deleteObjects(d -> d.bucket(bucket).delete(x -> x.objects(objects))));
    }

    /** Whether an XML 1.0 document can hold the key (its section 2.2, "Characters"). */
    private static boolean fitsXml(String key) {
        return key.codePoints()
                .allMatch(c ->
                        c == '\t'
                                || c == '\n'
                                || c == '\r'
                                || c >= 0x20 && c <= 0xD7FF
                                || c >= 0xE000 && c <= 0xFFFD
                                || c >= 0x10000);
    }

    /** What has become of each key so far. */
    private final class Outcome {
        private final String bucket;
        private final List<String> deleted = new ArrayList<>();
        private final Map<String, Failure> failed = new LinkedHashMap<>();

        Outcome(String bucket) {
            this.bucket = bucket;
        }

        void add(List<String> batch, DeleteObjectsResponse answer) {
            Set<String> open = new LinkedHashSet<>(batch);
            for (S3Error error : answer.errors()) {
                if (open.remove(error.key())) {
                    Call call =
                            Call.on(
                                    Operation.DELETE_OBJECTS,
                                    new ObjectAddress(bucket, error.key()));
                    failed.put(error.key(), failures.ofEntry(error.code(), error.message(), call));
                }
            }
            for (DeletedObject object : answer.deleted()) {
                if (open.remove(object.key())) {
                    deleted.add(object.key());
                }
            }
            open.forEach(this::lookAfter);
        }

        /** The server said nothing of this key, or nothing that its XML could say: look. */
        private void lookAfter(String key) {
            ObjectAddress address = new ObjectAddress(bucket, key);
            try {
                if (reads.find(address).isEmpty()) {
                    deleted.add(key);
                    return;
                }
                failed.put(
                        key,
                        new Failure.Unexpected(
                                Call.on(Operation.DELETE_OBJECTS, address).attempt(),
                                Technical.of("the server did not say what became of it")));
            } catch (FailureException e) {
                failed.put(key, e.failure());
            }
        }

        void deleteOne(ObjectAddress address) {
            try {
                requests.send(
                        Call.on(Operation.DELETE_OBJECT, address),
                        s3 -> s3.deleteObject(d -> d.bucket(address.bucket()).key(address.key())));
                deleted.add(address.key());
            } catch (FailureException e) {
                failed.put(address.key(), e.failure());
            }
        }

        void failed(List<String> keys, Failure failure) {
            keys.forEach(key -> failed.put(key, failure));
        }

        int size() {
            return deleted.size() + failed.size();
        }

        DeleteReport report() {
            return new DeleteReport(deleted, failed);
        }
    }
}
