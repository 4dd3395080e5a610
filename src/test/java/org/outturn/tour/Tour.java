package org.outturn.tour;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * The tour: goes through the main job in the real window on the sample outputs, takes pictures and
 * writes a report. Ends with 1 when a step fails. Needs no display ({@code
 * -Dglass.platform=Headless}).
 */
public final class Tour {
    private final Path folder;
    private final TourReport report;
    private Picture onFailure = () -> {};

    private interface Picture {
        void run() throws Exception;
    }

    private Tour(Path folder) {
        this.folder = folder;
        this.report = new TourReport(folder.resolve("report.txt"));
    }

    /**
     * @param args the folder for pictures and report
     */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        boolean passed = new Tour(folder).run();
        System.exit(passed ? 0 : 1);
    }

    private boolean run() throws Exception {
        try (var theatre = new Theatre(folder)) {
            onFailure = () -> theatre.picture("failed");
            var scenes = new TourScenes(theatre);
            var outputs = new OutputScenes(theatre);
            var secrets = new SecretScenes(theatre);
            step("1", "start with nothing configured", scenes::start);
            step("1", "note what is secret", secrets::keepAnEyeOnKeys);
            step("1", "look at the start page", scenes::startPage);
            step("3", "open the bucket of scraped jobs", scenes::openJobs);
            step("3", "open a job from OUTPUTS and walk into it", outputs::walk);
            step("3", "sort by size, filter, clear the filter", scenes::sortAndFilter);
            step("4", "select a JSON file", scenes::previewJson);
            step("4", "read its details and tags", scenes::detailsAndTags);
            step("4", "look at an image and at a Markdown document", scenes::previewOthers);
            step("5", "drop a folder and a large file on the table", scenes::drop);
            step("5", "drop changed files again: the plan asks", scenes::plan);
            step("5", "download to a folder and compare", scenes::download);
            step("6", "copy a link and fetch it", scenes::link);
            step("7", "make a folder", scenes::newFolder);
            step("7", "copy the address and go there by pasting it", scenes::address);
            step("7", "delete what was uploaded", scenes::delete);
            step("8", "look at the scraper's jobs", outputs::scraper);
            step("8", "look at parsed documents and OCR results", outputs::monkeyOcr);
            step("8", "look at the requests of the PDF processing", outputs::requests);
            step("8", "look at recordings and scores", outputs::drums);
            step("8", "look at videos", outputs::videos);
            step("8", "look at what is about to vanish", outputs::goingSoon);
            step("-", "show it dark, and small", scenes::darkAndSmall);
            step("2", "open a profile", secrets::profile);
            step("2", "open a .env file", secrets::envFile);
            theatre.end();
            step("-", "search all that was written for secrets", secrets::search);
            return true;
        } catch (StepFailed e) {
            return false;
        }
    }

    private void step(String number, String what, Callable<String> scene) throws Exception {
        long began = System.nanoTime();
        try {
            String saw = scene.call();
            report.done(
                    number, what, saw, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        } catch (Exception | AssertionError e) {
            report.failed(number, what, e);
            onFailure.run();
            throw new StepFailed(e);
        }
    }

    private static final class StepFailed extends Exception {
        private static final long serialVersionUID = 1L;

        StepFailed(Throwable why) {
            super(why);
        }
    }
}
