package org.outturn.orphans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.outturn.orphans.Left.hours;
import static org.outturn.orphans.Left.id;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrphanFinderTest {
    private static final Duration OLD = hours(72);
    private final Left left = new Left();

    @Test
    void anEmptyBucketHasNothing() {
        assertThat(left.lines()).isEmpty();
        assertThat(left.found().doubts()).isEmpty();
    }

    @Test
    void theInputOfAFinishedRequestIsLeftBehind() {
        parsed(1, OLD);
        assertThat(left.lines()).containsExactly("FINISHED_INPUT raw/" + id(1) + ".pdf");
        assertThat(left.found().orphans().getFirst().reason())
                .isEqualTo(new OrphanReason.RequestFinished(Left.NOW.minus(OLD)));
        assertThat(left.found().orphans().getFirst().size()).hasValue(100);
    }

    @Test
    void bothFormsOfAnInputAreAndThePrefixDoesNotMatter() {
        parsed(1, OLD).has("documents/" + id(1), OLD);
        left.has("x/raw/" + id(2) + ".pdf", OLD).has("x/parsed/" + id(2) + "/docling.json", OLD);
        left.has("x/parsed/" + id(2) + "/markdown.md", OLD);
        assertThat(left.lines())
                .containsExactly(
                        "FINISHED_INPUT documents/" + id(1),
                        "FINISHED_INPUT raw/" + id(1) + ".pdf",
                        "FINISHED_INPUT x/raw/" + id(2) + ".pdf");
    }

    @Test
    void anInputOfADayIsYoungUntilTheDayIsOver() {
        parsed(1, hours(24).minusMillis(1));
        parsed(2, hours(24));
        assertThat(left.lines()).containsExactly("FINISHED_INPUT raw/" + id(2) + ".pdf");
    }

    @Test
    void aResultThatCameTodayKeepsItsOldInput() {
        left.has("raw/" + id(1) + ".pdf", OLD);
        left.has("parsed/" + id(1) + "/docling.json", OLD);
        left.has("parsed/" + id(1) + "/markdown.md", hours(2));
        assertThat(left.lines()).isEmpty();
    }

    @Test
    void aPartialRequestKeepsItsInput() {
        left.has("raw/" + id(1) + ".pdf", OLD).has("parsed/" + id(1) + "/docling.json", OLD);
        left.has("raw/" + id(2) + ".pdf", OLD).has("parsed/" + id(2) + "/docling.json", OLD);
        left.has("parsed/" + id(2) + "/markdown.md", 0, OLD);
        assertThat(left.lines()).isEmpty();
    }

    @Test
    void aRequestWhoseFileIsBeingUploadedKeepsItsInput() {
        parsed(1, OLD).begun("parsed/" + id(1) + "/markdown.md", hours(1));
        assertThat(left.lines()).isEmpty();
    }

    @Test
    void whatATransferWorksOnIsLeftAlone() {
        parsed(1, OLD).busy("parsed/" + id(1) + "/markdown.md");
        left.begun("raw/" + id(3) + ".pdf", OLD).busy("raw/" + id(3) + ".pdf");
        assertThat(left.lines()).isEmpty();
    }

    @Test
    void aStoredResultHasToBeReadFirst() {
        left.has("raw/" + id(1) + ".pdf", OLD).has("results/" + id(1) + ".json", OLD);
        assertThat(left.lines()).isEmpty();
        assertThat(left.found().requests())
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.result().key()).isEqualTo("results/" + id(1) + ".json");
                    assertThat(request.inputs()).hasSize(1);
                });
    }

    @Test
    void anInputThatNothingCameOfIsAnotherThing() {
        left.has("raw/" + id(1) + ".pdf", OLD).has("raw/" + id(2) + ".pdf", hours(23));
        assertThat(left.lines()).containsExactly("INPUT_WITHOUT_RESULT raw/" + id(1) + ".pdf");
        assertThat(left.found().orphans().getFirst().reason().isSure()).isFalse();
    }

    @Test
    void inAPartOfABucketWhatIsMissingIsNotKnown() {
        left.has("raw/" + id(1) + ".pdf", OLD);
        parsed(2, OLD);
        exports(9, "20261101_100000", "musicxml", "midi", "pdf");
        left.listedInPart();
        assertThat(left.lines()).containsExactly("FINISHED_INPUT raw/" + id(2) + ".pdf");
        assertThat(left.found().exports()).isEmpty();
    }

    @Test
    void anInputWithANameOfItsOwnIsNoneOfOurs() {
        left.has("raw/report.pdf", OLD).has("documents/report.pdf", OLD);
        assertThat(left.lines()).isEmpty();
    }

    @Test
    void ofSeveralSetsTheNewestWholeOneIsKept() {
        exports(1, "20261101_100000", "musicxml", "midi", "pdf");
        exports(1, "20261101_110000", "musicxml");
        exports(1, "20261101_120000", "musicxml", "midi", "pdf");
        left.has("audio/" + id(1) + "/20261101_090000_0123abcd_a.wav", OLD);
        assertThat(left.lines())
                .containsExactly(
                        older("20261101_100000", "midi"),
                        older("20261101_100000", "musicxml"),
                        older("20261101_100000", "pdf"),
                        older("20261101_110000", "musicxml"));
        assertThat(left.found().orphans())
                .allSatisfy(orphan ->
                        assertThat(orphan.reason())
                                .isEqualTo(new OrphanReason.NewerSet("20261101_120000")));
    }

    @Test
    void aNewerSetThatIsNotWholeIsForAPersonToJudge() {
        exports(1, "20261101_100000", "musicxml", "midi", "pdf");
        exports(1, "20261101_110000", "musicxml");
        assertThat(left.found().orphans())
                .singleElement()
                .satisfies(orphan -> {
                    assertThat(orphan.key()).endsWith("20261101_110000_musicxml");
                    assertThat(orphan.reason().isSure()).isFalse();
                });
    }

    @Test
    void withoutAWholeSetNothingIsDouble() {
        exports(1, "20261101_100000", "musicxml", "midi");
        exports(1, "20261101_110000", "musicxml", "pdf");
        left.has("exports/" + id(1) + "/20261101_110000_midi", 0, OLD);
        assertThat(left.lines()).isEmpty();
    }

    @Test
    void aSetOfTodayKeepsAll() {
        exports(1, "20261101_100000", "musicxml", "midi", "pdf");
        for (String kind : List.of("musicxml", "midi", "pdf")) {
            left.has("exports/" + id(1) + "/20261121_100000_" + kind, hours(2));
        }
        assertThat(left.lines()).isEmpty();
    }

    @Test
    void exportsThatNoKeyNamesAreInQuestion() {
        for (int job = 1; job <= 5; job++) {
            exports(job, "20261101_100000", "musicxml", "midi", "pdf");
        }
        left.has("audio/" + id(1) + "/20261101_090000_0123abcd_a.wav", OLD);
        left.has("uploads/user-1/1761987600_0123abcd_" + id(2) + ".wav", OLD);
        left.has("processed/user-1/" + id(3) + "/transcription.json", OLD);
        left.begun("audio/" + id(4) + "/20261101_090000_0123abcd_a.wav", OLD);
        assertThat(left.found().exports())
                .extracting(OrphanFindings.LostExport::job)
                .containsExactly(id(5));
    }

    @Test
    void onlyUploadsThatMayBeTheirSourceAreAsked() {
        exports(1, "20261101_100000", "musicxml", "midi", "pdf");
        exports(2, "20261101_100000", "musicxml", "midi", "pdf");
        left.has("audio/" + id(2) + "/20261101_090000_0123abcd_named.wav", OLD.plusHours(1));
        left.has("audio/20261101_090000_0123abcd_before.wav", OLD.plusHours(1));
        left.has("audio/20261102_090000_0123abcd_earlier.wav", OLD.plusHours(2));
        left.has("audio/20261103_090000_0123abcd_later.wav", OLD.minusHours(1));
        assertThat(left.found().recordings())
                .extracting(object -> object.key())
                .containsExactly(
                        "audio/20261101_090000_0123abcd_before.wav",
                        "audio/20261102_090000_0123abcd_earlier.wav");
    }

    @Test
    void uploadsInPartsAreLeftBehindAfterADay() {
        left.begun("big.bin", hours(24)).begun("fresh.bin", hours(23));
        assertThat(left.lines()).containsExactly("BROKEN_UPLOAD big.bin");
        assertThat(left.found().orphans().getFirst().size()).isEmpty();
    }

    @Test
    void temporaryFilesAreLeftBehindWhenTheirJobIsWhole() {
        left.has("processed/u/j1/transcription.json", OLD).has("processed/u/j1/output.mid", OLD);
        left.has("temp/j1/stem.wav", OLD);
        left.has("processed/u/j2/transcription.json", OLD).has("temp/j2/stem.wav", OLD);
        left.has("processed/u/j3/transcription.json", OLD).has("processed/u/j3/output.mid", OLD);
        left.has("temp/j3/stem.wav", hours(3));
        left.has("temp/j4/stem.wav", OLD);
        assertThat(left.lines()).containsExactly("FINISHED_TEMPORARY temp/j1/stem.wav");
    }

    @Test
    void temporaryFilesStayWhileAnotherOutputOfTheirJobIsOpen() {
        left.has("processed/u/" + id(1) + "/transcription.json", OLD);
        left.has("processed/u/" + id(1) + "/output.mid", OLD);
        left.has("temp/" + id(1) + "/stem.wav", OLD);
        exports(1, "20261101_100000", "musicxml");
        assertThat(left.lines()).isEmpty();
    }

    private Left parsed(int request, Duration age) {
        return left.has("raw/" + id(request) + ".pdf", age)
                .has("parsed/" + id(request) + "/docling.json", age)
                .has("parsed/" + id(request) + "/markdown.md", age);
    }

    private void exports(int job, String at, String... kinds) {
        for (String kind : kinds) {
            left.has("exports/" + id(job) + "/" + at + "_" + kind, OLD);
        }
    }

    private static String older(String at, String kind) {
        return "OLDER_EXPORT exports/" + id(1) + "/" + at + "_" + kind;
    }
}
