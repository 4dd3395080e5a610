package org.outturn.storage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The port to one S3-compatible store, as one identity. Every call blocks: call it on a virtual
 * thread, never on the JavaFX thread. Safe for use by many threads.
 *
 * <p>Every call may throw {@link org.outturn.failure.FailureException}, and those that take a
 * {@link Cancellation} throw {@link java.util.concurrent.CancellationException} when it is
 * cancelled. No call lasts longer than about ten seconds without a byte from the server.
 */
public interface ObjectStore extends AutoCloseable {

    /** The buckets that belong to the identity. Needs {@code s3:ListAllMyBuckets}. */
    List<BucketSummary> buckets();

    /**
     * Lists what is under a prefix, page by page of at most 1,000 keys, in key order.
     *
     * @param delimiter {@code "/"} for one level, empty for everything below
     * @param startAfter list only keys after this one; empty for all
     * @param sink gets each page as it arrives, on the calling thread; the last one says so
     */
    void list(
            Prefix prefix,
            String delimiter,
            String startAfter,
            Cancellation cancellation,
            Consumer<ListingPage> sink);

    /** What HeadObject tells. Needs {@code s3:GetObject}. */
    ObjectDetails details(ObjectAddress address);

    /** Like {@link #details}, but empty when there is no such object. */
    Optional<ObjectDetails> find(ObjectAddress address);

    /** Needs {@code s3:GetObjectTagging}, which is another permission than reading. */
    ObjectTags tags(ObjectAddress address);

    /** Replaces all tags. Needs {@code s3:PutObjectTagging}. */
    void setTags(ObjectAddress address, ObjectTags tags);

    /**
     * Reads a part of an object into memory.
     *
     * @param offset the first byte
     * @param length at most this many bytes, 1 to 64 MiB; fewer when the object ends before; none
     *     when it ends before {@code offset}
     */
    byte[] read(ObjectAddress address, long offset, int length, Cancellation cancellation);

    /**
     * Stores a small object whole; an empty one whose key ends in {@code /} is a folder to most
     * clients.
     */
    void put(
            ObjectAddress address,
            byte[] content,
            String contentType,
            Map<String, String> metadata);

    /**
     * Stores a file, in parts when it is large, through the transfer manager. Returns when it is
     * stored.
     */
    void upload(UploadRequest request, ProgressListener progress, Cancellation cancellation);

    /**
     * The uploads in parts under a prefix that nobody has finished or freed (ListMultipartUploads).
     * Needs {@code s3:ListBucketMultipartUploads}.
     */
    List<UnfinishedUpload> unfinishedUploads(Prefix prefix, Cancellation cancellation);

    /**
     * How many parts the server has of an upload (ListParts); 0 if it knows nothing of it. Needs
     * {@code s3:ListMultipartUploadParts}.
     */
    int partsSent(ObjectAddress target, String uploadId);

    /** Frees the parts of an upload; nothing happens if the server knows of none. */
    void abort(ObjectAddress target, String uploadId);

    /**
     * Has the server copy an object, in parts where it is too large for one request. No byte comes
     * here. Returns when the copy is there; a server may copy for minutes without a word. Parts
     * that were sent are freed when it fails or is cancelled; a program that is killed leaves what
     * {@link ProgressListener#begun} told of.
     *
     * @throws org.outturn.failure.FailureException with {@link
     *     org.outturn.failure.Failure.Conflict} if the source is not as the request says, or there
     *     is an object that may not be replaced
     */
    void copy(CopyRequest request, ProgressListener progress, Cancellation cancellation);

    /**
     * Writes an object to a file through the transfer manager. Returns when the file is whole and
     * in its place.
     */
    void download(DownloadRequest request, ProgressListener progress, Cancellation cancellation);

    /**
     * Deletes objects of one bucket, in batches of at most 1,000.
     *
     * @param deleted told the number of keys handled so far
     */
    DeleteReport delete(
            String bucket, List<String> keys, Consumer<Integer> deleted, Cancellation cancellation);

    /**
     * Deletes an object if it is still the one that is meant; one that is gone already counts as
     * deleted. Where the server can, it checks that itself; elsewhere a look just before does.
     *
     * @param etag the object's ETag, not empty
     * @throws org.outturn.failure.FailureException with {@link
     *     org.outturn.failure.Failure.Conflict} if there is another one by now
     */
    void deleteIfSame(ObjectAddress address, String etag, Cancellation cancellation);

    /**
     * Signs a GET; asks no server.
     *
     * @param lifetime one second to seven days (S3 user guide, "Sharing objects with presigned
     *     URLs")
     * @param fileName the name that a browser saves it under (Content-Disposition); empty to leave
     *     that to the object
     */
    SignedUrl presignGet(ObjectAddress address, Duration lifetime, String fileName);

    /**
     * The rules by which the bucket's objects move and vanish (GetBucketLifecycleConfiguration), in
     * the server's order; empty when it has none. Needs {@code s3:GetLifecycleConfiguration}.
     */
    List<LifecycleRule> lifecycle(String bucket);

    /**
     * Whether the bucket keeps older versions (GetBucketVersioning). Needs {@code
     * s3:GetBucketVersioning}.
     */
    BucketVersioning versioning(String bucket);

    /**
     * The versions of one object and its delete markers, the newest first (ListObjectVersions), in
     * as many requests as that takes. Needs {@code s3:ListBucketVersions}.
     *
     * @param most asks for no more of them, at least 1
     */
    ObjectVersions versions(ObjectAddress address, int most, Cancellation cancellation);

    /**
     * Asks for an archived object to be made readable (RestoreObject); returns when the server has
     * taken the request, long before it is done. Asked for again while a restored copy is there, it
     * lasts from now on for so many days. Needs {@code s3:RestoreObject}.
     *
     * @param days how long the copy is to be kept, 1 or more; 0 for an object of {@code
     *     INTELLIGENT_TIERING}, which comes back for good
     * @throws org.outturn.failure.FailureException with {@link
     *     org.outturn.failure.Failure.BeingRestored} when that is under way, and {@link
     *     org.outturn.failure.Failure.NotArchived} when there is nothing to be restored
     */
    void restore(ObjectAddress address, int days, RestoreTier tier);

    /**
     * How far the clock of this computer is behind the server's, below zero when it is ahead, as of
     * the last answer and to about a second; empty when no server has told its time yet. Asks no
     * server.
     */
    default Optional<Duration> clockBehind() {
        return Optional.empty();
    }

    /** Makes a bucket where the connection points to. */
    void createBucket(String bucket);

    /** Deletes an empty bucket. */
    void deleteBucket(String bucket);

    /** Stops what runs and frees connections and threads. Throws nothing. */
    @Override
    void close();
}
