package org.outturn.ui.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.outturn.catalog.Completeness;
import org.outturn.catalog.OutputCollector;
import org.outturn.catalog.OutputOrder;
import org.outturn.catalog.OutputQuery;
import org.outturn.catalog.OutputRow;
import org.outturn.catalog.OutputTable;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectTags;
import org.outturn.storage.Prefix;
import org.outturn.storage.ServerUnderTest;
import org.outturn.storage.TestBucket;
import org.outturn.ui.common.BackgroundRunner;

/** Filters and orders that need the tags of outputs nobody has seen, at a server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ScopeTagsContract {
    private static final int OUTPUTS = 120;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private TestBucket bucket;
    private OutputTable table;
    private final AtomicBoolean learned = new AtomicBoolean();
    private Tags tags = new Tags(() -> learned.set(true));

    /** The server to ask. */
    abstract ServerUnderTest server();

    @BeforeAll
    void fill() {
        bucket = TestBucket.create(server().connection());
        IntStream.range(0, OUTPUTS)
                .forEach(i -> {
                    var address = bucket.put(key(i), new byte[1]);
                    if (i % 10 == 3) {
                        bucket.store()
                                .setTags(
                                        address,
                                        ObjectTags.of(Map.of("client", "agar", "n", "" + i)));
                    }
                });
        var collector =
                new OutputCollector(Layouts.SHIPPED.recogniser(), Prefix.root(bucket.name()));
        bucket.store()
                .list(Prefix.root(bucket.name()), "", "", Cancellation.never(), collector::add);
        table = collector.table(Instant.now());
    }

    private static String key(int i) {
        return "monkeyocr/ocr/text/%d_page_%d.png.md".formatted(1_751_160_000 + i, i);
    }

    @AfterEach
    void leave() {
        tags.leave();
    }

    @AfterAll
    void delete() {
        bucket.close();
    }

    private ScopeTags scopeTags(int most) {
        tags = new Tags(() -> learned.set(true));
        tags.of(bucket.store());
        var known = new Known(tags, table::first);
        return new ScopeTags(new BackgroundRunner(Runnable::run), tags, known, most);
    }

    private static OutputQuery filter(String text) {
        return OutputQuery.ALL.with(OutputOrder.NEWEST, Optional.empty(), text);
    }

    private static void read(ScopeTags asked, TagReading expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    asked.pump();
                    assertThat(asked.readingProperty().get()).isEqualTo(expected);
                });
    }

    private static TagReading reading(int read, int of, int outputs) {
        return new TagReading(read, of, outputs, 0, false, Optional.empty());
    }

    @Test
    void aFilterFindsWhatNobodyHasSeen() {
        ScopeTags asked = scopeTags(1_000);
        OutputQuery query = filter("client:agar");
        asked.ask(query, table);

        read(asked, reading(OUTPUTS, OUTPUTS, OUTPUTS));
        assertThat(asked.readingProperty().get()).matches(TagReading::isWhole);
        assertThat(learned).isTrue();
        assertThat(names(query)).hasSize(12).startsWith("page_113.png", "page_103.png");

        asked.ask(filter("client:agar n:53"), table);
        assertThat(names(filter("client:agar n:53"))).containsExactly("page_53.png");
        asked.ask(filter("page"), table);
        assertThat(asked.readingProperty().get()).isNull();
    }

    @Test
    void anOrderByTagsReadsThemToo() {
        ScopeTags asked = scopeTags(1_000);
        OutputQuery query =
                OutputQuery.ALL.with(
                        new OutputOrder(OutputOrder.Column.TAGS, false), Optional.empty(), "");
        asked.ask(query, table);

        read(asked, reading(OUTPUTS, OUTPUTS, OUTPUTS));
        assertThat(names(query)).startsWith("page_113.png", "page_103.png", "page_93.png");
    }

    @Test
    void noMoreAreLookedAtThanTheBound() {
        ScopeTags asked = scopeTags(25);
        asked.ask(filter("client:agar"), table);

        read(asked, reading(25, 25, OUTPUTS));
        assertThat(asked.readingProperty().get().isWhole()).isFalse();
        assertThat(names(filter("client:agar"))).containsExactly("page_113.png", "page_103.png");
    }

    @Test
    void theOperatorStopsAndGoesOn() {
        ScopeTags asked = scopeTags(1_000);
        asked.ask(filter("client:agar"), table);
        await().atMost(PATIENCE)
                .until(() -> {
                    asked.pump();
                    TagReading now = asked.readingProperty().get();
                    return now != null && now.read() > 10;
                });
        asked.stop();
        TagReading stopped = asked.readingProperty().get();
        asked.pump();

        assertThat(stopped.stopped()).isTrue();
        assertThat(stopped.read()).isLessThan(OUTPUTS);
        assertThat(asked.readingProperty().get()).isEqualTo(stopped);
        asked.goOn();
        read(asked, reading(OUTPUTS, OUTPUTS, OUTPUTS));
    }

    @Test
    void theModelShowsRowsAsTheirTagsComeIn() {
        var model =
                new OutputsViewModel(
                        new BackgroundRunner(Runnable::run),
                        Clock.systemUTC(),
                        org.outturn.evidence.Witnesses.of(new NoUploads()));
        model.use(bucket.store());
        model.show(table, new Completeness.Complete(Instant.now()));
        model.filterProperty().set("client:agar");

        await().atMost(PATIENCE)
                .until(() -> {
                    model.pump();
                    return model.shownProperty().get() == 12;
                });
        model.use(null);
    }

    private List<String> names(OutputQuery query) {
        int[] rows = query.rows(table, new Known(tags, table::first), Cancellation.never());
        return IntStream.of(rows)
                .mapToObj(row -> table.rows().get(row))
                .map(OutputRow::name)
                .toList();
    }
}
