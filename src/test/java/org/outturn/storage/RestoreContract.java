package org.outturn.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.outturn.failure.Failure;
import org.outturn.lifecycle.ArchiveKind;
import org.outturn.lifecycle.ArchiveState;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Archived objects, and how they come back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RestoreContract {
    private TestBucket bucket;
    private S3Client raw;

    /** The server to hold to the contract. */
    protected abstract ServerUnderTest server();

    /** Whether it has archives, and restores from them within seconds. */
    protected abstract boolean restores();

    @BeforeAll
    void createBucket() {
        bucket = TestBucket.create(server().connection());
        raw = RawClient.of(server());
    }

    @AfterAll
    void deleteBucket() {
        raw.close();
        bucket.close();
    }

    @Test
    void anArchivedObjectIsRestoredForSomeDays() {
        Assumptions.assumeTrue(restores(), "the server has no archives");
        ObjectStore store = bucket.store();
        ObjectAddress address = bucket.at("archived/a");
        raw.putObject(
                put -> put.bucket(bucket.name()).key(address.key()).storageClass("GLACIER"),
                RequestBody.fromString("archived"));
        Failures.expect(
                Failure.Archived.class, () -> store.read(address, 0, 8, Cancellation.never()));
        assertThat(state(address)).isEqualTo(new ArchiveState.Archived(ArchiveKind.FLEXIBLE));

        store.restore(address, 3, RestoreTier.STANDARD);

        assertThat(state(address)).isEqualTo(new ArchiveState.Restoring(ArchiveKind.FLEXIBLE));
        Failures.expect(
                Failure.BeingRestored.class, () -> store.restore(address, 3, RestoreTier.BULK));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> state(address) instanceof ArchiveState.Restored);
        assertThat(store.read(address, 0, 8, Cancellation.never())).hasSize(8);
        Instant until = ((ArchiveState.Restored) state(address)).until();
        assertThat(until)
                .isBetween(
                        Instant.now().plus(Duration.ofDays(3)),
                        Instant.now().plus(Duration.ofDays(4)));

        store.restore(address, 10, RestoreTier.STANDARD);
        assertThat(((ArchiveState.Restored) state(address)).until())
                .isEqualTo(until.plus(Duration.ofDays(7)));
    }

    private ArchiveState state(ObjectAddress address) {
        return ArchiveState.of(bucket.store().details(address), Instant.now());
    }

    @Test
    void whatIsInNoArchiveIsNotRestored() {
        Assumptions.assumeTrue(restores(), "the server has no archives");
        ObjectAddress address = bucket.put("plain", new byte[1]);

        Failures.expect(
                Failure.NotArchived.class,
                () -> bucket.store().restore(address, 1, RestoreTier.STANDARD));
        Failures.expect(
                Failure.NotFound.class,
                () -> bucket.store().restore(bucket.at("none"), 1, RestoreTier.STANDARD));
    }

    @Test
    void aServerWithoutArchivesSaysSo() {
        Assumptions.assumeFalse(restores(), "the server has archives");
        ObjectAddress address = bucket.put("plain", new byte[1]);

        Failures.expect(
                Failure.NotSupported.class,
                () -> bucket.store().restore(address, 1, RestoreTier.STANDARD));
    }

    @Test
    void deepArchivesKnowNoHurry() {
        Assumptions.assumeTrue(restores(), "the server has no archives");
        ObjectAddress address = bucket.at("archived/deep");
        raw.putObject(
                put -> put.bucket(bucket.name()).key(address.key()).storageClass("DEEP_ARCHIVE"),
                RequestBody.fromString("archived"));

        Failures.expect(
                Failure.Invalid.class,
                () -> bucket.store().restore(address, 1, RestoreTier.EXPEDITED));
        assertThat(state(address)).isEqualTo(new ArchiveState.Archived(ArchiveKind.DEEP));
    }

    @Test
    void anArchivedObjectIsNotCopiedAndItsCopyHasNothingOfTheRestore() {
        Assumptions.assumeTrue(restores(), "the server has no archives");
        ObjectStore store = bucket.store();
        ObjectAddress address = bucket.at("archived/copied");
        raw.putObject(
                put -> put.bucket(bucket.name()).key(address.key()).storageClass("GLACIER"),
                RequestBody.fromString("archived"));
        ObjectDetails details = store.details(address);
        var copy =
                new CopyRequest(
                        address,
                        details.size(),
                        details.etag(),
                        "GLACIER",
                        bucket.at("archived/copy"),
                        true);
        Failures.expect(
                Failure.Archived.class,
                () -> store.copy(copy, ProgressListener.NONE, Cancellation.never()));

        store.restore(address, 1, RestoreTier.EXPEDITED);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> state(address) instanceof ArchiveState.Restored);
        store.copy(copy, ProgressListener.NONE, Cancellation.never());

        assertThat(state(copy.target())).isEqualTo(new ArchiveState.Archived(ArchiveKind.FLEXIBLE));
    }
}
