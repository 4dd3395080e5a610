package org.outturn.orphans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.outturn.orphans.Left.hours;
import static org.outturn.orphans.Left.id;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Credentials;
import org.outturn.sample.LoggedRequest;
import org.outturn.sample.ObjectAttributes;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.storage.ServerUnderTest;
import org.outturn.storage.TestBucket;

/** The whole search, on a server of this process. */
class OrphanSearchTest {
    private static final SampleKey ALL = SampleKey.of("all", "secret-of-all");
    private static final SampleKey LISTER =
            SampleKey.of("lister", "secret-of-lister").denying("s3:GetObject");
    private static final SampleKey NO_UPLOADS =
            SampleKey.of("no-uploads", "secret-of-no-uploads")
                    .denying("s3:ListBucketMultipartUploads");
    private static final Duration OLD = hours(72);

    private final List<LoggedRequest> requests = new CopyOnWriteArrayList<>();
    private final AtomicLong listed = new AtomicLong();
    private SampleServer server;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        SampleOptions options =
                SampleOptions.DEFAULTS
                        .withKey(ALL)
                        .withKey(LISTER)
                        .withKey(NO_UPLOADS)
                        .withRequestLog(requests::add);
        server = SampleServer.start(folder, options);
        server.store().createBucket(Left.BUCKET);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aStoredErrorKeepsItsInputForAPersonToJudge() {
        put("raw/" + id(1) + ".pdf", "pdf", OLD);
        put("results/" + id(1) + ".json", "{\"status\": \"success\", \"result\": {}}", OLD);
        put("raw/" + id(2) + ".pdf", "pdf", OLD);
        put("results/" + id(2) + ".json", "{\"status\": \"error\", \"error\": \"no\"}", OLD);
        put("raw/" + id(3) + ".pdf", "pdf", OLD);
        put("results/" + id(3) + ".json", "{\"pages\": []}", OLD);
        assertThat(lines(find(ALL)))
                .containsExactly(
                        "FINISHED_INPUT raw/" + id(1) + ".pdf sure",
                        "FINISHED_INPUT raw/" + id(3) + ".pdf sure",
                        "INPUT_WITHOUT_RESULT raw/" + id(2) + ".pdf");
    }

    @Test
    void metadataNameTheJobOfAnExport() {
        exports(1, OLD);
        exports(2, OLD);
        put(
                "uploads/user-1/1761987600_0123abcd_a.wav",
                ObjectAttributes.of("audio/wav").withMetadata("job_id", id(1)),
                OLD.plusHours(1));
        OrphanReport report = find(ALL);
        assertThat(lines(report))
                .containsExactly(
                        "EXPORT_WITHOUT_UPLOAD exports/" + id(2) + "/20261101_100000_midi",
                        "EXPORT_WITHOUT_UPLOAD exports/" + id(2) + "/20261101_100000_musicxml",
                        "EXPORT_WITHOUT_UPLOAD exports/" + id(2) + "/20261101_100000_pdf");
        assertThat(report.groups().getFirst().orphans().getFirst().reason())
                .isEqualTo(new OrphanReason.NoUpload(id(2), 1));
        assertThat(report.doubts()).isEmpty();
    }

    @Test
    void aRecordingThatNamesNoJobMayBeTheSource() {
        exports(1, OLD);
        put("audio/20261101_090000_0123abcd_a.wav", "wav", OLD.plusHours(23));
        OrphanReport report = find(ALL);
        assertThat(report.groups()).isEmpty();
        assertThat(report.doubts()).containsExactly(new OrphanDoubt.MayBeOfNameless(1));
    }

    @Test
    void oneThatCameMoreThanADayBeforeIsNot() {
        exports(1, OLD);
        put("audio/20261101_090000_0123abcd_a.wav", "wav", OLD.plusHours(25));
        assertThat(lines(find(ALL))).hasSize(3);
    }

    @Test
    void whoMayNotReadIsToldWhatIsNotKnown() {
        exports(9, OLD);
        put("audio/20261101_090000_0123abcd_a.wav", "wav", OLD.plusHours(1));
        put("raw/" + id(1) + ".pdf", "pdf", OLD);
        put("results/" + id(1) + ".json", "{\"status\": \"success\"}", OLD);
        parsed(2);
        OrphanReport report = find(LISTER);
        assertThat(lines(report)).containsExactly("FINISHED_INPUT raw/" + id(2) + ".pdf sure");
        assertThat(report.doubts())
                .containsExactly(
                        new OrphanDoubt.ResultsNotRead(1), new OrphanDoubt.MetadataDenied(1));
    }

    @Test
    void withoutUploadsTheRestIsFoundAndThatIsSaid() {
        parsed(1);
        OrphanReport report = find(NO_UPLOADS);
        assertThat(lines(report)).hasSize(1);
        assertThat(report.doubts()).containsExactly(new OrphanDoubt.UploadsNotTold());
    }

    @Test
    void noMoreIsAskedThanAgreed() {
        exports(1, OLD);
        for (int i = 0; i < MetadataLook.MOST_ASKED + 20; i++) {
            put(
                    "uploads/user-1/%d_0123abcd_a.wav".formatted(1_761_000_000 + i),
                    ObjectAttributes.of("audio/wav").withMetadata("job_id", id(1_000 + i)),
                    OLD.plusHours(1));
        }
        OrphanReport report = find(ALL);
        assertThat(requests.stream().filter(request -> request.method().equals("HEAD")))
                .hasSize(MetadataLook.MOST_ASKED);
        assertThat(report.groups()).isEmpty();
        assertThat(report.doubts())
                .containsExactly(new OrphanDoubt.MetadataNotAllRead(1, MetadataLook.MOST_ASKED));
    }

    @Test
    void nothingIsAskedWhereTheListSaysItAll() {
        parsed(1);
        put("audio/20261101_090000_0123abcd_a.wav", "wav", OLD);
        find(ALL);
        assertThat(requests)
                .isNotEmpty()
                .noneMatch(request -> request.action().equals("s3:GetObject"));
    }

    @Test
    void aBucketThatIsTooLargeIsLookedAtInPart() {
        parsed(1);
        for (int i = 0; i < 1_100; i++) {
            put("raw/" + id(5_000 + i) + ".pdf", "pdf", OLD);
        }
        OrphanReport report = find(ALL, 500, Cancellation.never());
        assertThat(report.doubts()).containsExactly(new OrphanDoubt.NotAllListed(1_000));
        assertThat(report.groups())
                .allSatisfy(group ->
                        assertThat(group.kind()).isNotEqualTo(OrphanKind.INPUT_WITHOUT_RESULT));
    }

    @Test
    void ofAPartOnlyThatIsAskedForAndWhatMayBeElsewhereIsNotJudged() {
        parsed(1);
        put("raw/" + id(2) + ".pdf", "pdf", OLD);
        put("raw/late/" + id(3) + ".pdf", "pdf", OLD);
        OrphanReport report = find(ALL, new Prefix(Left.BUCKET, "raw/"));
        assertThat(lines(report)).isEmpty();
        assertThat(report.doubts()).containsExactly(new OrphanDoubt.OnlyPart("raw/"));
        assertThat(listed).as("of 5").hasValue(3);
    }

    @Test
    void itCanBeCancelled() {
        parsed(1);
        var cancellation = new Cancellation();
        cancellation.cancel();
        assertThatThrownBy(() -> find(ALL, 1_000, cancellation))
                .isInstanceOf(CancellationException.class);
    }

    private OrphanReport find(SampleKey key) {
        return find(key, 100_000, Cancellation.never());
    }

    private OrphanReport find(SampleKey key, Prefix part) {
        return find(key, part, 100_000, Cancellation.never());
    }

    private OrphanReport find(SampleKey key, long most, Cancellation cancellation) {
        return find(key, Prefix.root(Left.BUCKET), most, cancellation);
    }

    private OrphanReport find(SampleKey key, Prefix part, long most, Cancellation cancellation) {
        var keys = new Credentials(key.accessKey(), key.secretKey(), "");
        var connection =
                new ServerUnderTest(server.endpoint(), server.region(), keys, true).connection();
        try (ObjectStore store = TestBucket.open(connection)) {
            return new OrphanSearch(store, Left.recogniser(), InstantSource.fixed(Left.NOW), most)
                    .find(part, Set.of(), cancellation, soFar -> listed.set(soFar.objects()));
        }
    }

    private void parsed(int request) {
        put("raw/" + id(request) + ".pdf", "pdf", OLD);
        put("parsed/" + id(request) + "/docling.json", "{}", OLD);
        put("parsed/" + id(request) + "/markdown.md", "#", OLD);
    }

    private void exports(int job, Duration age) {
        for (String kind : List.of("musicxml", "midi", "pdf")) {
            put("exports/" + id(job) + "/20261101_100000_" + kind, "x", age);
        }
    }

    private void put(String key, String content, Duration age) {
        put(key, content, ObjectAttributes.of("text/plain"), age);
    }

    private void put(String key, ObjectAttributes attributes, Duration age) {
        put(key, "wav", attributes, age);
    }

    private void put(String key, String content, ObjectAttributes attributes, Duration age) {
        Instant modified = Left.NOW.minus(age);
        try {
            var stored = server.store().content(content.getBytes(StandardCharsets.UTF_8));
            server.store().put(Left.BUCKET, key, stored, attributes, modified);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> lines(OrphanReport report) {
        var lines = new ArrayList<String>();
        report.groups()
                .forEach(group ->
                        group.orphans()
                                .forEach(orphan ->
                                        lines.add(
                                                orphan.kind()
                                                        + " "
                                                        + orphan.key()
                                                        + (orphan.reason().isSure()
                                                                ? " sure"
                                                                : ""))));
        return lines;
    }
}
