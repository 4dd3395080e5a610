package org.outturn.ui.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.outturn.catalog.Completeness;
import org.outturn.catalog.OutputRow;
import org.outturn.catalog.OutputTable;
import org.outturn.evidence.Witnesses;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.Technical;
import org.outturn.follow.CountingBucket;
import org.outturn.follow.FollowAlert;
import org.outturn.follow.FollowChoice;
import org.outturn.follow.Pace;
import org.outturn.pipeline.OutputKind;
import org.outturn.ui.common.BackgroundRunner;

class FollowViewModelTest {
    private static final String ZIP = "parsed/1751160010_a.zip";
    private static final String NEXT = "parsed/1751170010_b.zip";
    private static final String TEXT = "ocr/text/1751160010_a.png.md";

    private final CountingBucket bucket = new CountingBucket();
    private final OutputsViewModel outputs =
            new OutputsViewModel(
                    new BackgroundRunner(Runnable::run),
                    Clock.systemUTC(),
                    Witnesses.of(new NoUploads()));
    private final Memory memory = new Memory();
    private final FollowViewModel model =
            new FollowViewModel(outputs, memory, 10_000, Clock.systemUTC());
    private final List<OutputTable> found = new ArrayList<>();
    private final List<FollowAlert> alerts = new ArrayList<>();

    FollowViewModelTest() {
        model.onLooked((table, _) -> found.add(table));
        model.onAlerts((_, more) -> alerts.addAll(more));
        put(ZIP);
    }

    private static final class Memory implements FollowMemory {
        private final Map<String, String> places = new TreeMap<>();
        private FollowChoice kept = FollowChoice.DEFAULTS;

        @Override
        public FollowChoice choice() {
            return kept;
        }

        @Override
        public void keep(FollowChoice choice) {
            kept = choice;
        }

        @Override
        public String place(String bucket) {
            return places.getOrDefault(bucket, "");
        }

        @Override
        public void keepPlace(String bucket, String prefix) {
            places.put(bucket, prefix);
        }
    }

    private void put(String key) {
        bucket.put(key, 5, Instant.now());
    }

    private void counted() {
        model.counted(
                bucket, bucket.table(Instant.now()), new Completeness.Complete(Instant.now()));
    }

    private void look() {
        int before = found.size();
        assertThat(model.lookNow()).isTrue();
        await().until(() -> {
            model.pump();
            return found.size() > before;
        });
    }

    private boolean isFresh(String key) {
        OutputRow row =
                bucket.table(Instant.now()).rows().stream()
                        .filter(one -> one.firstKey().equals(key))
                        .findFirst()
                        .orElseThrow();
        return model.isFresh(row);
    }

    @AfterEach
    void leave() {
        model.counted(null, null, new Completeness.Running());
    }

    @Test
    void nothingIsFollowedUnlessItIsOn() {
        counted();
        assertThat(model.lookNow()).isFalse();
        assertThat(model.stateProperty().get()).isNull();
        assertThat(bucket.requests()).isZero();
    }

    @Test
    void aLookHandsItsTableOnAndMarksWhatIsNew() {
        model.follow(true);
        counted();
        put(NEXT);
        look();
        assertThat(found.getLast().rows()).hasSize(2);
        assertThat(isFresh(NEXT)).isTrue();
        assertThat(isFresh(ZIP)).isFalse();
        assertThat(alerts).singleElement().isInstanceOf(FollowAlert.Fresh.class);
        assertThat(memory.kept.on()).isTrue();
    }

    @Test
    void marksGoWithTheSelectionOrWithThePlace() {
        model.follow(true);
        counted();
        put(NEXT);
        put(TEXT);
        look();
        outputs.open(OutputScope.of(OutputKind.OCR_TEXT));
        outputs.open(OutputScope.of(OutputKind.PARSED_DOCUMENTS));
        assertThat(isFresh(TEXT)).isFalse();
        assertThat(isFresh(NEXT)).isTrue();

        OutputRow row = found.getLast().rows().getLast();
        outputs.select(List.of(new OutputLine.OfOutput(row, 1, false)));
        assertThat(isFresh(row.firstKey())).isFalse();
    }

    @Test
    void aCountFromTheBeginningIsNoReasonToTellAgain() {
        model.follow(true);
        counted();
        put(NEXT);
        look();
        counted();
        look();
        assertThat(alerts).hasSize(1);
        assertThat(isFresh(NEXT)).isTrue();
    }

    @Test
    void switchedOffItForgetsAndStops() {
        model.follow(true);
        counted();
        put(NEXT);
        look();
        model.follow(false);
        assertThat(isFresh(NEXT)).isFalse();
        assertThat(model.lookNow()).isFalse();
        assertThat(model.stateProperty().get()).isNull();
        assertThat(memory.kept.on()).isFalse();
    }

    @Test
    void aCountThatFailedIsMadeUpForAtOnce() {
        model.follow(true);
        var why = new Failure.Unreachable(new Attempt("ListObjectsV2", "b"), Technical.of(""));
        bucket.failWith(why);
        model.counted(
                bucket, bucket.table(Instant.now()), new Completeness.Failed(why, Instant.now()));
        await().until(() -> {
            model.pump();
            var state = model.stateProperty().get();
            return state != null && state.failure().equals(Optional.of(why));
        });
        bucket.failWith(null);
        look();
        assertThat(alerts).as("the first look is the start").isEmpty();
    }

    @Test
    void aPlaceAloneIsFollowedAndRemembered() {
        model.follow(true);
        counted();
        bucket.requests();
        model.only("parsed/");
        assertThat(model.placeProperty().get()).isEqualTo("parsed/");
        assertThat(memory.places).containsEntry("b", "parsed/");

        put(NEXT);
        put(TEXT);
        assertThat(model.lookNow()).as("somebody else has to look at the rest").isFalse();
        await().until(() -> {
            model.pump();
            return !found.isEmpty();
        });

        assertThat(isFresh(NEXT)).isTrue();
        assertThat(isFresh(TEXT)).isFalse();
        assertThat(bucket.places()).containsOnly("parsed/");
        assertThat(alerts).singleElement().isInstanceOf(FollowAlert.Fresh.class);

        leave();
        assertThat(model.placeProperty().get()).isEmpty();
        counted();
        assertThat(model.placeProperty().get()).isEqualTo("parsed/");
        model.only("");
        assertThat(memory.places).containsEntry("b", "");
        assertThat(model.lookNow()).isTrue();
    }

    @Test
    void whoChoosesAPlaceWantsItFollowed() {
        counted();
        model.only("parsed/");

        assertThat(model.choiceProperty().get().on()).isTrue();
        assertThat(memory.kept.on()).isTrue();
        model.lookNow();
        await().until(() -> {
            model.pump();
            return model.stateProperty().get() != null;
        });
    }

    @Test
    void theIntervalIsKeptWithinItsRange() {
        model.every(Duration.ofSeconds(1));
        assertThat(memory.kept.interval()).isEqualTo(Pace.LEAST);
    }
}
