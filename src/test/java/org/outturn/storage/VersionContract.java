package org.outturn.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outturn.failure.Failure;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** Whether a bucket keeps versions, and which there are of an object. */
public abstract class VersionContract {
    private TestBucket bucket;
    private S3Client raw;

    /** The server to hold to the contract. */
    protected abstract ServerUnderTest server();

    @BeforeEach
    void createBucket() {
        bucket = TestBucket.create(server().connection());
        raw = RawClient.of(server());
    }

    @AfterEach
    void deleteBucket() {
        raw.listObjectVersionsPaginator(list -> list.bucket(bucket.name()).maxKeys(500))
                .forEach(page -> {
                    page.versions().forEach(v -> forget(v.key(), v.versionId()));
                    page.deleteMarkers().forEach(m -> forget(m.key(), m.versionId()));
                });
        raw.close();
        bucket.close();
    }

    private void forget(String key, String id) {
        raw.deleteObject(delete -> delete.bucket(bucket.name()).key(key).versionId(id));
    }

    private void keepVersions(BucketVersioningStatus status) {
        raw.putBucketVersioning(put ->
                put.bucket(bucket.name())
                        .versioningConfiguration(versions -> versions.status(status)));
    }

    private ObjectVersions versions(String key, int most) {
        return bucket.store().versions(bucket.at(key), most, Cancellation.never());
    }

    @Test
    void aBucketSaysWhetherItKeepsVersions() {
        ObjectStore store = bucket.store();
        assertThat(store.versioning(bucket.name())).isEqualTo(BucketVersioning.OFF);
        keepVersions(BucketVersioningStatus.ENABLED);
        assertThat(store.versioning(bucket.name())).isEqualTo(BucketVersioning.ENABLED);
        keepVersions(BucketVersioningStatus.SUSPENDED);
        assertThat(store.versioning(bucket.name())).isEqualTo(BucketVersioning.SUSPENDED);
        Failures.expect(
                Failure.BucketNotFound.class, () -> store.versioning(bucket.name() + "-none"));
    }

    @Test
    void withoutVersionsThereIsTheObjectAlone() {
        bucket.put("a", new byte[3]);
        bucket.put("a/b", new byte[3]);

        assertThat(versions("a", 10).versions())
                .singleElement()
                .satisfies(only -> {
                    assertThat(only.latest()).isTrue();
                    assertThat(only.deleteMarker()).isFalse();
                    assertThat(only.size()).isEqualTo(3);
                    assertThat(only.id()).isEqualTo("null");
                });
        assertThat(versions("none", 10).versions()).isEmpty();
    }

    @Test
    void versionsAndMarkersComeTheNewestFirst() throws InterruptedException {
        String key = "ä b%+/c";
        bucket.put(key, new byte[1]);
        keepVersions(BucketVersioningStatus.ENABLED);
        // times are told in whole seconds or finer ones, as the server likes
        Thread.sleep(1_100);
        bucket.put(key, new byte[2]);
        Thread.sleep(1_100);
        bucket.store().delete(bucket.name(), List.of(key), _ -> {}, Cancellation.never());
        Thread.sleep(1_100);
        bucket.put(key, new byte[3]);
        bucket.put(key + "x", new byte[9]);

        ObjectVersions all = versions(key, 10);
        assertThat(all.more()).isFalse();
        assertThat(all.versions()).extracting(ObjectVersion::size).containsExactly(3L, 0L, 2L, 1L);
        assertThat(all.versions())
                .extracting(ObjectVersion::latest)
                .containsExactly(true, false, false, false);
        assertThat(all.versions())
                .extracting(ObjectVersion::deleteMarker)
                .containsExactly(false, true, false, false);
        assertThat(all.versions().getLast().id()).isEqualTo("null");
        assertThat(all.versions()).extracting(ObjectVersion::id).doesNotHaveDuplicates();
        assertThat(bucket.store().details(bucket.at(key)).headers())
                .containsEntry("x-amz-version-id", all.versions().getFirst().id());
    }

    @Test
    void noMoreAreListedThanAskedForAndThatIsSaid() {
        keepVersions(BucketVersioningStatus.ENABLED);
        IntStream.range(0, 7).forEach(i -> bucket.put("a", new byte[i]));
        bucket.put("ab", new byte[9]);

        assertThat(versions("a", 3).versions()).hasSize(3);
        assertThat(versions("a", 3).versions().getFirst().size()).isEqualTo(6);
        assertThat(versions("a", 3).more()).isTrue();
        assertThat(versions("a", 7).versions()).hasSize(7);
        assertThat(versions("a", 7).more()).isFalse();
        assertThat(versions("a", 100).versions()).hasSize(7);
    }

    @Test
    void canBeCancelled() {
        bucket.put("a", new byte[1]);
        var cancelled = new Cancellation();
        cancelled.cancel();

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> bucket.store().versions(bucket.at("a"), 10, cancelled));
    }
}
