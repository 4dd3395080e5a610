package org.outturn.tour;

import static org.outturn.tour.Actor.act;
import static org.outturn.tour.Actor.until;

import java.util.List;
import java.util.Map;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.outturn.catalog.OutputRow;
import org.outturn.pipeline.status.OutputState;
import org.outturn.storage.Prefix;
import org.outturn.ui.browser.OutputsChoice;
import org.outturn.ui.common.ThemeSwitcher;
import org.outturn.ui.outputs.OutputLine;
import org.outturn.ui.outputs.OutputsViewModel;

/** The scenes of the tour that look at outputs: each producer's, whole, partial and failed. */
final class OutputScenes extends SceneTools {
    private static final String JOBS_BUCKET = "scraper-outputs";

    OutputScenes(Theatre theatre) {
        super(theatre);
    }

    private OutputsViewModel outputs() {
        return theatre.wiring.models().outputs();
    }

    String walk() throws Exception {
        actor.clickText("Jobs", 1);
        until("jobs", () -> !outputs().lines().isEmpty());
        select(OutputState.PARTIAL);
        int closed = outputs().lines().size();
        actor.keys(KeyCode.RIGHT);
        until("the files of a job", () -> outputs().lines().size() > closed);
        theatre.picture("03-job");
        OutputRow job = outputs().selectionProperty().get().getFirst().row();
        actor.click("outputs-reveal");
        until("the job's folder", () -> location().value().equals(job.folder().orElseThrow()));
        untilListed();
        Prefix folder = location();
        open(row(r -> r.isFolder() && r.name().startsWith("pdfs")));
        actor.keys(KeyCode.BACK_SPACE);
        until("back in the job", () -> location().equals(folder));
        untilListed();
        return job.name() + ": " + status();
    }

    String scraper() throws Exception {
        return producer(JOBS_BUCKET, "19-scraper", OutputState.FAILED);
    }

    String monkeyOcr() throws Exception {
        return producer("monkeyocr-results", "20-monkeyocr", OutputState.FAILED);
    }

    String requests() throws Exception {
        return producer("documents", "21-requests", OutputState.FAILED);
    }

    String drums() throws Exception {
        return producer("drum-scores", "22-drums", OutputState.FAILED);
    }

    String videos() throws Exception {
        return producer("bookmark-media", "23-videos", OutputState.FAILED);
    }

    private String producer(String bucket, String picture, OutputState wanted) throws Exception {
        act(() -> theatre.wiring.navigation().openBucket(bucket));
        untilListed();
        until(
                "the outputs of " + bucket,
                () ->
                        theatre.wiring.models().places().outputsProperty().get() != null
                                && !theatre.wiring
                                        .models()
                                        .places()
                                        .outputsProperty()
                                        .get()
                                        .kinds()
                                        .isEmpty());
        act(() -> theatre.wiring.navigation().openOutputs(OutputsChoice.EVERYTHING));
        until("outputs", () -> !outputs().lines().isEmpty());
        act(() -> theatre.wiring.models().transfers().shownProperty().set(false));
        sortByStatus();
        until("an output that is " + wanted, () -> find(wanted) >= 0);
        until("what is wrong first", () -> state(0) != OutputState.COMPLETE);
        select(wanted);
        theatre.picture(picture);
        Map<OutputState, Integer> states = outputs().statesProperty().get();
        act(() -> outputTable().getSortOrder().clear());
        return states.toString();
    }

    String goingSoon() throws Exception {
        act(() -> theatre.wiring.navigation().openOutputs(OutputsChoice.GOING_SOON));
        until("outputs that go soon", () -> !outputs().lines().isEmpty());
        act(() -> theatre.wiring.theme().choose(ThemeSwitcher.Choice.DARK));
        theatre.picture("24-going-soon");
        act(() -> theatre.wiring.theme().choose(ThemeSwitcher.Choice.LIGHT));
        return outputs().lines().size() + " outputs expire within a week";
    }

    private TableView<?> outputTable() {
        return (TableView<?>) actor.scene().getRoot().lookup(".output-table");
    }

    /** What is wrong comes first. */
    private void sortByStatus() throws Exception {
        act(() -> sort(outputTable()));
    }

    private static <T> void sort(TableView<T> table) {
        List<TableColumn<T, ?>> status =
                table.getColumns().stream().filter(c -> "output-status".equals(c.getId())).toList();
        status.forEach(column -> column.setSortType(TableColumn.SortType.DESCENDING));
        table.getSortOrder().setAll(status);
    }

    private void select(OutputState wanted) throws Exception {
        until("an output that is " + wanted, () -> find(wanted) >= 0);
        act(() -> {
            TableView<?> table = outputTable();
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(find(wanted));
            table.scrollTo(Math.max(0, find(wanted) - 4));
        });
    }

    private OutputState state(int line) {
        return outputs().lookup().status(outputs().lines().get(line).row()).state();
    }

    private int find(OutputState wanted) {
        List<OutputLine> lines = outputs().lines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof OutputLine.OfOutput(OutputRow row, _, _)
                    && outputs().lookup().status(row).state() == wanted) {
                return i;
            }
        }
        return -1;
    }
}
