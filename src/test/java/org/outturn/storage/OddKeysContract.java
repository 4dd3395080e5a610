package org.outturn.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys that are odd, but keys: each can be listed, read, downloaded, linked to and deleted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class OddKeysContract {
    @TempDir private Path folder;
    private TestBucket bucket;
    private ObjectStore store;

    /** The server to hold to the contract. */
    protected abstract ServerUnderTest server();

    @BeforeAll
    void createBucket() {
        bucket = TestBucket.create(server().connection());
        store = bucket.store();
    }

    @AfterAll
    void deleteBucket() {
        bucket.close();
    }

    static Stream<String> oddKeys() {
        return Stream.of(
                "with spaces/two  spaces/ at both ends ",
                "plus+and%2Bpercent+%/100%",
                "hash#and?question=mark&amp;<xml>",
                "quotes'\"`/$(x);|",
                "back\\slash:colon*star",
                "new\nline/tab\there",
                "carriage\rreturn",
                "control\u0001characters\u001f",
                "emoji 📄/👩‍🔬.txt",
                "combining e\u0301 and composed \u00e9",
                "日本語/Ελληνικά/русский",
                "/leading/slash",
                "//two/leading",
                "double//slash///here",
                "ends in slash/",
                "./dot",
                "a/./b",
                "../up",
                "a/../b",
                "a/..",
                "a/.",
                "..",
                ".",
                "~tilde!$&'()*,;=:@",
                "é".repeat(512),
                "k".repeat(1024));
    }

    @ParameterizedTest
    @MethodSource("oddKeys")
    void goesAllTheWay(String key) throws Exception {
        ObjectAddress address = bucket.at(key);
        byte[] content = ("content of " + key).getBytes(StandardCharsets.UTF_8);
        Path upload = Files.write(folder.resolve("up"), content);
        Path back = folder.resolve("back-" + Math.abs(key.hashCode()));

        store.upload(
                new UploadRequest(upload, address, "text/plain", Map.of(), true),
                ProgressListener.NONE,
                Cancellation.never());

        assertThat(bucket.entries(prefixOf(key))).extracting(ObjectEntry::key).contains(key);
        assertThat(store.details(address).size()).isEqualTo(content.length);
        assertThat(store.read(address, 0, 2_000, Cancellation.never())).isEqualTo(content);
        store.setTags(address, ObjectTags.of(Map.of("odd", "yes")));
        assertThat(store.tags(address).values()).containsEntry("odd", "yes");
        store.download(
                new DownloadRequest(address, back, false),
                ProgressListener.NONE,
                Cancellation.never());
        assertThat(back).hasBinaryContent(content);
        assertThat(fetch(address)).isEqualTo(content);

        var report = store.delete(bucket.name(), List.of(key), n -> {}, Cancellation.never());
        assertThat(report.failed()).isEmpty();
        assertThat(report.deleted()).containsExactly(key);
        assertThat(store.find(address)).isEmpty();
    }

    @Test
    void aKeyCanBeObjectAndPrefix() {
        bucket.put("both", new byte[] {1});
        bucket.put("both/", new byte[] {2});
        bucket.put("both/below", new byte[] {3});

        assertThat(bucket.keys("both")).containsExactly("both", "both/", "both/below");
        store.delete(bucket.name(), List.of("both"), n -> {}, Cancellation.never());
        assertThat(bucket.keys("both")).containsExactly("both/", "both/below");
        assertThat(store.read(bucket.at("both/"), 0, 10, Cancellation.never())).containsExactly(2);
    }

    @Test
    void likeKeysAreDifferentObjects() {
        List<String> keys =
                List.of("like/a", "like//a", "like/A", "like/a/", "like/a ", "like/./a");
        keys.forEach(key -> bucket.put(key, key.getBytes(StandardCharsets.UTF_8)));

        assertThat(bucket.keys("like/")).containsExactlyInAnyOrderElementsOf(keys);
        for (String key : keys) {
            assertThat(store.read(bucket.at(key), 0, 100, Cancellation.never()))
                    .isEqualTo(key.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The key itself, or what comes before a character that Ceph cannot repeat in XML. */
    private static String prefixOf(String key) {
        return key.split("[\\x00-\\x08\\x0e-\\x1f]", 2)[0];
    }

    private byte[] fetch(ObjectAddress address) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest get =
                    HttpRequest.newBuilder(
                                    store.presignGet(address, Duration.ofMinutes(5), "").url())
                            .build();
            HttpResponse<byte[]> answer = http.send(get, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }
}
