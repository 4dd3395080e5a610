package org.outturn.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.outturn.connection.Credentials;
import org.outturn.failure.Failure;

/** Wrong keys are called that, whatever is tried with them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SignInContract {
    @TempDir private Path folder;
    private TestBucket bucket;

    /** The server to hold to the contract. */
    protected abstract ServerUnderTest server();

    @BeforeAll
    void createBucket() {
        bucket = TestBucket.create(server().connection());
        bucket.put("object", new byte[1]);
    }

    @AfterAll
    void deleteBucket() {
        bucket.close();
    }

    Stream<Credentials> wrongKeys() {
        Credentials right = server().credentials();
        return Stream.of(
                new Credentials(right.accessKeyId(), "not-the-secret", ""),
                new Credentials("NOSUCHKEY00000000000", right.secretAccessKey(), ""));
    }

    @ParameterizedTest
    @MethodSource
    void wrongKeys(Credentials wrong) {
        ObjectAddress address = bucket.at("object");
        try (ObjectStore store = TestBucket.open(server().at(server().endpoint(), wrong))) {
            List<ThrowingCallable> calls =
                    List.of(
                            store::buckets,
                            () -> list(store),
                            () -> store.details(address),
                            () -> store.find(address),
                            () -> store.tags(address),
                            () -> store.read(address, 0, 1, Cancellation.never()),
                            () -> store.put(address, new byte[1], "a/b", Map.of()),
                            () -> download(store, address),
                            () -> delete(store));
            for (ThrowingCallable call : calls) {
                Failures.expect(Failure.SignInRejected.class, call);
            }
        }
    }

    private void list(ObjectStore store) {
        store.list(Prefix.root(bucket.name()), "/", "", Cancellation.never(), page -> {});
    }

    private void delete(ObjectStore store) {
        store.delete(bucket.name(), List.of("object"), n -> {}, Cancellation.never());
    }

    private void download(ObjectStore store, ObjectAddress address) {
        store.download(
                new DownloadRequest(address, folder.resolve("file"), true),
                ProgressListener.NONE,
                Cancellation.never());
    }
}
