package org.outturn.aws;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectDetails;
import org.outturn.storage.ObjectTags;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/** What an object is, and parts of what is in it. */
final class ObjectReads {
    /** The most that one read takes into memory, in bytes. */
    static final int MAX_READ = 64 << 20;

    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final Requests requests;
    private final BucketFacts buckets;
    private final DetailsReader detailsReader = new DetailsReader();

    ObjectReads(Requests requests, BucketFacts buckets) {
        this.requests = requests;
        this.buckets = buckets;
    }

    ObjectDetails details(ObjectAddress address) {
        try {
            return head(address);
        } catch (FailureException e) {
            throw explained(e, address);
        }
    }

    Optional<ObjectDetails> find(ObjectAddress address) {
        try {
            return Optional.of(head(address));
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.NotFound && buckets.isSeen(address.bucket())) {
                return Optional.empty();
            }
            FailureException explained = explained(e, address);
            if (explained.failure() instanceof Failure.NotFound) {
                // it was the key that the server did not know, so the bucket is there
                buckets.isThere(address.bucket());
                return Optional.empty();
            }
            throw explained;
        }
    }

    ObjectTags tags(ObjectAddress address) {
        Call call = Call.on(Operation.GET_TAGS, address);
        try {
            return ObjectTags.of(
                    requests
                            .send(
                                    call,
                                    s3 ->
                                            s3.getObjectTagging(get ->
                                                    get.bucket(address.bucket())
                                                            .key(address.key())))
                            .tagSet()
                            .stream()
                            .collect(Collectors.toMap(Tag::key, Tag::value)));
        } catch (FailureException e) {
            // some servers have no empty set of tags, only none
            if (e.failure().technical().code().startsWith("NoSuchTagSet")) {
                return ObjectTags.NONE;
            }
            throw e;
        }
    }

    byte[] read(ObjectAddress address, long offset, int length, Cancellation cancellation) {
        if (offset < 0 || length < 1 || length > MAX_READ) {
            throw new IllegalArgumentException("a read takes 1 to 64 MiB from 0 on");
        }
        Call call = Call.on(Operation.GET_OBJECT, address);
        GetObjectRequest request = range(address, offset, length);
        return new Interruptible(cancellation)
                .call(() -> requests.send(call, s3 -> read(s3, request, offset, length)));
    }

    private static byte[] read(S3Client s3, GetObjectRequest request, long offset, int length) {
        try {
            return s3.getObject(
                    request, (answer, stream) -> content(answer, stream, offset, length));
        } catch (S3Exception e) {
            if (e.statusCode() == RANGE_NOT_SATISFIABLE) {
                return new byte[0];
            }
            throw e;
        }
    }

    private static byte[] content(
            GetObjectResponse answer, AbortableInputStream stream, long offset, int length)
            throws IOException {
        boolean whole = answer.contentRange() == null;
        try {
            if (whole && offset > 0) {
                // a server that knows no ranges sends everything
                stream.skipNBytes(Math.min(offset, answer.contentLength()));
            }
            return stream.readNBytes(length);
        } finally {
            if (whole) {
                stream.abort();
            }
            stream.close();
        }
    }

    private ObjectDetails head(ObjectAddress address) {
        return requests.send(
                Call.on(Operation.HEAD_OBJECT, address),
                s3 ->
                        detailsReader.read(
                                address,
                                s3.headObject(
                                        head -> head.bucket(address.bucket()).key(address.key()))));
    }

    /**
     * An answer to HEAD has no body, so 403 may be a denial or a bad signature, and 404 a missing
     * key or a missing bucket. The same object's first byte is asked for, because the refusal of
     * that says why.
     */
    private FailureException explained(FailureException bare, ObjectAddress address) {
        int status = bare.failure().technical().status();
        if (status != 400 && status != 403 && status != 404) {
            return bare;
        }
        try {
            requests.send(
                    Call.on(Operation.HEAD_OBJECT, address),
                    s3 -> read(s3, range(address, 0, 1), 0, 1));
            return bare;
        } catch (FailureException e) {
            return e;
        }
    }

    private static GetObjectRequest range(ObjectAddress address, long offset, int length) {
        return GetObjectRequest.builder()
                .bucket(address.bucket())
                .key(address.key())
                .range("bytes=" + offset + "-" + (offset + length - 1))
                .build();
    }
}
