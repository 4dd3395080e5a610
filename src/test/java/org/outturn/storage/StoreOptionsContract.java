package org.outturn.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.failure.Failure;

/** How files are stored, apart from their bytes; in one piece and in parts. */
public abstract class StoreOptionsContract {
    private static final int SMALL = 1_000;
    private static final int LARGE = 9 << 20;

    /** What a server may lack, known and accepted. */
    public enum Lack {
        /** Ceph 16 passes over SSE-S3 without a word. */
        SSE_S3,
        /** No key service is set up. */
        SSE_KMS,
        /** There is but one storage class. */
        STORAGE_CLASSES
    }

    @TempDir private Path folder;
    private TestBucket bucket;
    private ObjectStore store;

    /** The server to hold to the contract. */
    protected abstract ServerUnderTest server();

    /** What it need not do; it has to refuse that, and not to seem to do it. */
    protected abstract Set<Lack> lacks();

    @BeforeEach
    void createBucket() {
        bucket = TestBucket.create(server().connection());
        store = bucket.store();
    }

    @AfterEach
    void deleteBucket() {
        bucket.close();
    }

    @Test
    void partsBeginWhereTheyAreAskedTo() throws IOException {
        upload(LARGE, "in parts", StoreOptions.DEFAULTS.withPartsFrom(LARGE));
        upload(LARGE, "whole", StoreOptions.DEFAULTS.withPartsFrom(LARGE + 1));

        assertThat(store.details(bucket.at("in parts")).etag()).endsWith("-2");
        assertThat(store.details(bucket.at("whole")).etag()).doesNotContain("-");
    }

    @ParameterizedTest
    @ValueSource(ints = {SMALL, LARGE})
    void tagsAreSetWithTheObject(int size) throws IOException {
        ObjectTags tags =
                ObjectTags.of(Map.of("client", "agar", "type", "a b+c=d/ü", "date", "2025-11-14"));

        upload(size, "tagged", options("", new Encryption.BucketDefault(), tags));

        assertThat(store.tags(bucket.at("tagged"))).isEqualTo(tags);
    }

    /** The bytes come back as they went: nobody undoes the encoding on the way. */
    @ParameterizedTest
    @ValueSource(ints = {SMALL, LARGE})
    void theContentEncodingIsKept(int size) throws IOException {
        upload(size, "packed", StoreOptions.DEFAULTS.withContentEncoding(StoreOptions.GZIP));

        assertThat(store.details(bucket.at("packed")).headers())
                .containsEntry("content-encoding", "gzip");
        assertThat(store.read(bucket.at("packed"), 0, size, Cancellation.never()))
                .isEqualTo(Files.readAllBytes(folder.resolve("file")));
    }

    @ParameterizedTest
    @ValueSource(ints = {SMALL, LARGE})
    void theStorageClassIsKept(int size) throws IOException {
        assumeThat(lacks()).doesNotContain(Lack.STORAGE_CLASSES);

        upload(
                size,
                "cold",
                options("STANDARD_IA", new Encryption.BucketDefault(), ObjectTags.NONE));

        assertThat(store.details(bucket.at("cold")).storageClass()).isEqualTo("STANDARD_IA");
    }

    @ParameterizedTest
    @ValueSource(ints = {SMALL, LARGE})
    void theServerEncryptsWithItsOwnKeys(int size) throws IOException {
        StoreOptions encrypted = options("", new Encryption.S3Managed(), ObjectTags.NONE);
        if (lacks().contains(Lack.SSE_S3)) {
            assertRefused(size, encrypted);
            return;
        }

        upload(size, "encrypted", encrypted);

        assertThat(store.details(bucket.at("encrypted")).headers())
                .containsEntry("x-amz-server-side-encryption", "AES256");
    }

    @ParameterizedTest
    @ValueSource(ints = {SMALL, LARGE})
    void theServerEncryptsWithTheKeyOfAService(int size) throws IOException {
        StoreOptions encrypted = options("", new Encryption.Kms("alias/outputs"), ObjectTags.NONE);
        if (lacks().contains(Lack.SSE_KMS)) {
            assertRefused(size, encrypted);
            return;
        }

        upload(size, "encrypted", encrypted);

        assertThat(store.details(bucket.at("encrypted")).headers())
                .containsEntry("x-amz-server-side-encryption", "aws:kms")
                .containsEntry("x-amz-server-side-encryption-aws-kms-key-id", "alias/outputs");
    }

    @ParameterizedTest
    @ValueSource(ints = {SMALL, LARGE})
    void aStorageClassThatIsNoneIsRefused(int size) throws IOException {
        assertRefused(
                size, options("NO_SUCH_CLASS", new Encryption.BucketDefault(), ObjectTags.NONE));
    }

    private void assertRefused(int size, StoreOptions options) throws IOException {
        Path file = file(size);
        Failure failure =
                Failures.expect(
                        Failure.class,
                        () ->
                                store.upload(
                                        request(file, "refused", options),
                                        ProgressListener.NONE,
                                        Cancellation.never()));
        assertThat(failure).isInstanceOfAny(Failure.NotSupported.class, Failure.Invalid.class);
    }

    private void upload(int size, String key, StoreOptions options) throws IOException {
        store.upload(
                request(file(size), key, options), ProgressListener.NONE, Cancellation.never());
        assertThat(store.details(bucket.at(key)).size()).isEqualTo(size);
    }

    private UploadRequest request(Path file, String key, StoreOptions options) {
        return new UploadRequest(
                file, bucket.at(key), "a/b", Map.of(), true, options, Optional.empty(), false);
    }

    private static StoreOptions options(
            String storageClass, Encryption encryption, ObjectTags tags) {
        return new StoreOptions(storageClass, encryption, tags);
    }

    private Path file(int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return Files.write(folder.resolve("file"), content);
    }
}
