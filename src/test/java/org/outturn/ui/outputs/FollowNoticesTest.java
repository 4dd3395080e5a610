package org.outturn.ui.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.outturn.catalog.OutputCollector;
import org.outturn.catalog.OutputRow;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.Technical;
import org.outturn.follow.FollowAlert;
import org.outturn.follow.FollowState;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.Prefix;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.Notifier;

class FollowNoticesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final List<OutputRow> DOCUMENTS =
            rows(
                    "parsed/1751160010_a.zip",
                    "parsed/1751160011_b.zip",
                    "parsed/1751160012_c.zip",
                    "parsed/1751160013_d.zip",
                    "parsed/1751160014_e.zip");

    private final Messages messages = new Messages(Locale.ENGLISH);
    private final FollowWords words =
            new FollowWords(OutputRow::name, messages, new Formats(messages, ZoneOffset.UTC));
    private final List<String> said = new ArrayList<>();
    private boolean focused;
    private final FollowNotices notices =
            new FollowNotices(
                    new Recorder(),
                    (title, text) -> said.add("desktop " + title + " | " + text),
                    () -> focused,
                    words,
                    messages);

    private final class Recorder implements Notifier {
        @Override
        public void offer(String text, String action, Runnable work) {
            throw new AssertionError("notices offer nothing");
        }

        @Override
        public void success(String text) {
            said.add("success " + text);
        }

        @Override
        public void info(String text) {
            said.add("info " + text);
        }

        @Override
        public void warning(String text) {
            said.add("warning " + text);
        }

        @Override
        public void failure(Failure failure) {
            said.add("failure");
        }
    }

    private static List<OutputRow> rows(String... keys) {
        var collector = new OutputCollector(Layouts.SHIPPED.recogniser(), Prefix.root("b"));
        var entries = new ArrayList<ObjectEntry>();
        for (String key : keys) {
            entries.add(new ObjectEntry(key, 5, NOW, "STANDARD", ""));
        }
        collector.add(new ListingPage(entries, List.of(), true));
        return collector.table(NOW).rows();
    }

    @Test
    void whoLooksElsewhereIsToldOnTheDesktopInOneNotice() {
        notices.tell(
                "outputs",
                List.of(
                        new FollowAlert.Failing(2, 20),
                        new FollowAlert.Completed(DOCUMENTS.subList(0, 1)),
                        new FollowAlert.Fresh(DOCUMENTS)));
        assertThat(said)
                .containsExactly(
                        "desktop Outturn: outputs | 2 of 20 outputs failed within 5 minutes.\n"
                                + "Now complete: a\n"
                                + "5 new outputs: a, b, c and 2 more");
    }

    @Test
    void whoLooksAtTheWindowIsToldThere() {
        focused = true;
        notices.tell("b", List.of(new FollowAlert.Fresh(DOCUMENTS.subList(0, 1))));
        notices.tell("b", List.of(new FollowAlert.StillPartial(DOCUMENTS.subList(0, 2), 10)));
        assertThat(said)
                .containsExactly("info New output: a", "warning Still partial after 10 min: a, b");
    }

    @Test
    void jobsAreCalledJobs() {
        List<OutputRow> jobs =
                rows("agar/20261121_110000_0b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395/results.json");
        assertThat(words.alerts(List.of(new FollowAlert.Fresh(jobs)))).startsWith("New job: ");
        assertThat(
                        words.alerts(
                                List.of(
                                        new FollowAlert.Fresh(
                                                Collections.nCopies(2, jobs.getFirst())))))
                .startsWith("2 new jobs: ");
    }

    @Test
    void theStateSaysWhenOrWhyNot() {
        var next = java.util.Optional.of(NOW.plusSeconds(30));
        var last = java.util.Optional.of(NOW);
        var none = java.util.Optional.<Failure>empty();
        var denied =
                java.util.Optional.<Failure>of(
                        new Failure.AccessDenied(
                                "s3:ListBucket",
                                new Attempt("ListObjectsV2", "outputs"),
                                Technical.of("")));
        assertThat(words.state(new FollowState(last, next, none, 0), ""))
                .isEqualTo("Looked 12:00:00, next 12:00:30");
        assertThat(words.state(new FollowState(last, next, none, 0), "agar/"))
                .isEqualTo("agar/: Looked 12:00:00, next 12:00:30");
        assertThat(words.state(FollowState.BEGINNING, "")).isEqualTo("Following…");
        var failed = new FollowState(last, next, denied, 1);
        assertThat(words.state(failed, "agar/")).startsWith("Not up to date, next try 12:00:30: ");
        assertThat(words.trouble(failed)).contains("s3:ListBucket");
    }
}
