package org.outturn.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.failure.Failure;

/** What is stored is the file, and what is fetched is the object, or it is said that it is not. */
public abstract class IntegrityContract {
    private static final int MIB = 1 << 20;
    private static final String PUT = "PUT object";
    private static final String PART = "PUT object?partNumber&uploadId";
    private static final String COMPLETE = "POST object?uploadId";

    @TempDir private Path folder;
    private Relay relay;
    private TestBucket bucket;
    private ObjectStore store;

    /** The server to hold to the contract. */
    protected abstract ServerUnderTest server();

    @BeforeEach
    void createBucket() throws IOException {
        relay = new Relay(server().endpoint());
        bucket = TestBucket.create(server().at(relay.endpoint(), server().credentials()));
        store = bucket.store();
    }

    @AfterEach
    void deleteBucket() {
        relay.changeAnswers(request -> null);
        bucket.close();
        relay.close();
    }

    @Test
    void everyBodyIsSentWithItsMd5() throws IOException {
        Path small = file("small", 1_000);
        Path large = file("large", 20 * MIB);

        upload(small, "small", false);
        upload(large, "large", false);

        assertThat(relay.requests())
                .filteredOn(request -> request.shape().startsWith(PUT))
                .hasSize(4)
                .allMatch(request -> request.has("content-md5"))
                .extracting(request -> request.headers().get("content-md5"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 8 * MIB, 9 * MIB})
    void aWrongEtagOfAGoodObjectDoesNoHarm(int size) throws IOException {
        Path file = file("good", size);
        changeEtag(request ->
                request.shape().equals(PUT)
                        || request.shape().equals(COMPLETE)
                        || request.method().equals("HEAD"));

        upload(file, "good", false);

        assertThat(sent("GET object")).isEqualTo(1);
        assertBack("good", file);

        // now it is known that its ETags tell nothing, and the size has to do
        upload(file, "again", false);
        assertThat(sent("GET object")).isEqualTo(2);
        assertBack("again", file);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 9 * MIB})
    void anObjectThatIsNotTheFileIsNoSuccess(int size) throws IOException {
        Path file = file("file", size);
        AtomicBoolean once = new AtomicBoolean(true);
        AtomicBoolean etag = new AtomicBoolean();
        relay.changeAnswers(request -> {
            boolean last = request.shape().equals(PUT) || request.shape().equals(COMPLETE);
            return last && once.getAndSet(false)
                    ? answer -> {
                        byte[] changed = damage(answer, "file");
                        etag.set(!Arrays.equals(changed, answer));
                        return changed;
                    }
                    : null;
        });

        Failure.Damaged failure =
                Failures.expect(Failure.Damaged.class, () -> upload(file, "file", true));

        assertThat(failure.retryable()).isTrue();
        // where the answer does not tell which object it has made (Ceph: of parts), what is there
        // may be somebody else's, and stays
        assertThat(bucket.has("file")).isNotEqualTo(etag.get());
        upload(file, "file", etag.get());
        assertBack("file", file);
    }

    @Test
    void whatIsReplacedStaysUntilARetryMendsIt() throws IOException {
        Path file = file("file", 1_000);
        AtomicBoolean once = new AtomicBoolean(true);
        relay.changeAnswers(request ->
                request.shape().equals(PUT) && once.getAndSet(false)
                        ? answer -> damage(answer, "file")
                        : null);

        Failures.expect(Failure.Damaged.class, () -> upload(file, "file", false));

        assertThat(bucket.has("file")).isTrue();
        upload(file, "file", false);
        assertBack("file", file);
    }

    @Test
    void aPartWithAWrongEtagLeavesNoPartsAndCanBeTriedAgain() throws IOException {
        Path file = file("parts", 9 * MIB);
        AtomicBoolean once = new AtomicBoolean(true);
        changeEtag(request -> request.shape().equals(PART) && once.getAndSet(false));

        Failures.expect(Failure.Damaged.class, () -> uploadKeeping(file, "parts"));

        await().untilAsserted(() -> assertThat(OpenUploads.of(server(), bucket.name())).isEmpty());
        upload(file, "parts", true);
        assertBack("parts", file);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 9 * MIB})
    void aServerThatDoesNotKnowTheChecksumIsSpared(int size) throws IOException {
        Path file = file("plain", size);
        relay.changeAnswers(request ->
                request.has("content-md5")
                        ? answer -> status(answer, "501 Not Implemented")
                        : null);

        upload(file, "plain", false);
        long refused = withMd5();
        upload(file, "more", false);

        assertThat(withMd5()).as("not sent again").isEqualTo(refused).isPositive();
        assertBack("plain", file);
        assertBack("more", file);
        await().untilAsserted(() -> assertThat(OpenUploads.of(server(), bucket.name())).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 9 * MIB})
    void aDamagedDownloadIsFoundOut(int size) throws IOException {
        Path file = file("source", size);
        upload(file, "source", false);
        Path back = folder.resolve("back");
        AtomicBoolean once = new AtomicBoolean(true);
        relay.changeAnswers(request ->
                request.method().equals("GET") && once.getAndSet(false)
                        ? IntegrityContract::flip
                        : null);

        Failures.expect(Failure.Damaged.class, () -> download("source", back));

        assertThat(back).doesNotExist();
        assertThat(leftovers()).isEmpty();
        download("source", back);
        assertThat(back).hasSameBinaryContentAs(file);
    }

    @Test
    void aWrongEtagOfAGoodDownloadDoesNoHarm() throws IOException {
        Path file = file("source", 1_000);
        upload(file, "source", false);
        changeEtag(request -> request.shape().equals("GET object"));
        Path back = folder.resolve("back");

        download("source", back);

        assertThat(back).hasSameBinaryContentAs(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 9 * MIB})
    void theTimeOfAFileComesBackWithIt(int size) throws IOException {
        Path file = file("old", size);
        Instant time = Instant.parse("2019-03-04T05:06:07.123456789Z");
        Files.setLastModifiedTime(file, FileTime.from(time));
        store.upload(
                new UploadRequest(
                        file,
                        bucket.at("old"),
                        "a/b",
                        Map.of(ModifiedTime.NAME, ModifiedTime.text(time)),
                        true),
                ProgressListener.NONE,
                Cancellation.never());
        Path back = folder.resolve("back");

        download("old", back);

        assertThat(store.details(bucket.at("old")).metadata())
                .containsEntry("mtime", "1551675967.123456789");
        assertThat(Files.getLastModifiedTime(back)).isEqualTo(Files.getLastModifiedTime(file));
    }

    /** Puts something else in the object's place, and gives that one's ETag. */
    private byte[] damage(byte[] answer, String key) {
        try (ObjectStore other = TestBucket.open(server().connection())) {
            other.put(bucket.at(key), new byte[] {1, 2, 3}, "a/b", Map.of());
            String etag = other.details(bucket.at(key)).etag();
            return edited(answer, "[0-9a-f]{32}(?:-[0-9]+)?", etag);
        }
    }

    private void changeEtag(Predicate<RelayedRequest> which) {
        UnaryOperator<byte[]> change =
                answer ->
                        edited(
                                answer,
                                "[0-9a-f]{32}((?:-[0-9]+)?)",
                                "0123456789abcdef0123456789abcdef$1");
        relay.changeAnswers(request -> which.test(request) ? change : null);
    }

    /** Changes the text of an answer whose body is text, or whose body is not in its beginning. */
    private static byte[] edited(byte[] answer, String pattern, String by) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int body = text.contains("<?xml") ? text.length() : text.indexOf("\r\n\r\n");
        String head = text.substring(0, body).replaceFirst("\"" + pattern + "\"", "\"" + by + "\"");
        head = head.replaceFirst("&quot;" + pattern + "&quot;", "&quot;" + by + "&quot;");
        String all = head + text.substring(body);
        int length = text.length() - text.indexOf("\r\n\r\n");
        int now = all.length() - all.indexOf("\r\n\r\n");
        return (length == now
                        ? all
                        : all.replaceFirst(
                                "(?i)(content-length: )[0-9]+", "$1" + (now - "\r\n\r\n".length())))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] status(byte[] answer, String status) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        return text.replaceFirst("(HTTP/1.1) [^\r]*", "$1 " + status)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Turns one bit of the body. */
    private static byte[] flip(byte[] answer) {
        answer[answer.length - 1] ^= 1;
        return answer;
    }

    private long sent(String shape) {
        return relay.requests().stream().filter(r -> r.shape().equals(shape)).count();
    }

    private long withMd5() {
        return relay.requests().stream().filter(r -> r.has("content-md5")).count();
    }

    private void assertBack(String key, Path file) throws IOException {
        assertThat(store.read(bucket.at(key), 0, 64 * MIB, Cancellation.never()))
                .isEqualTo(Files.readAllBytes(file));
    }

    private void upload(Path file, String key, boolean onlyIfAbsent) {
        store.upload(
                new UploadRequest(file, bucket.at(key), "a/b", Map.of(), onlyIfAbsent),
                ProgressListener.NONE,
                Cancellation.never());
    }

    private void uploadKeeping(Path file, String key) {
        store.upload(
                new UploadRequest(
                        file,
                        bucket.at(key),
                        "a/b",
                        Map.of(),
                        true,
                        StoreOptions.DEFAULTS,
                        Optional.empty(),
                        true),
                ProgressListener.NONE,
                Cancellation.never());
    }

    private void download(String key, Path file) {
        store.download(
                new DownloadRequest(bucket.at(key), file, false),
                ProgressListener.NONE,
                Cancellation.never());
    }

    private List<Path> leftovers() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(p -> p.getFileName().toString().startsWith(".outturn")).toList();
        }
    }

    private Path file(String name, int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return Files.write(folder.resolve(name), content);
    }
}
