package org.outturn.tour;

import static org.outturn.tour.Actor.act;
import static org.outturn.tour.Actor.onScreen;
import static org.outturn.tour.Actor.until;

import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.outturn.catalog.ListingRow;
import org.outturn.preview.Preview;
import org.outturn.storage.ObjectAddress;
import org.outturn.ui.common.ThemeSwitcher;

/**
 * The scenes of the tour; each says what it saw, and throws when that is not what ought to be
 * there.
 */
final class TourScenes extends SceneTools {
    private static final String JOBS_BUCKET = "scraper-outputs";
    private static final String DOCUMENTS_BUCKET = "monkeyocr-results";
    private static final int SMALL_FILES = 40;
    private static final int LARGE_BYTES = 24 << 20;

    private final Path desk;

    TourScenes(Theatre theatre) throws Exception {
        super(theatre);
        this.desk = Files.createDirectories(theatre.home.resolve("desk"));
    }

    // --- 1: start

    String start() throws Exception {
        until("a bucket of the sample", () -> !bucket().isEmpty());
        untilListed();
        actor.untilReads("sample outputs");
        return "the sample opened by itself, buckets: "
                + onScreen(() -> theatre.wiring.models().main().buckets().toString());
    }

    String startPage() throws Exception {
        act(theatre.wiring.navigation()::showStart);
        actor.untilReads("Try it with sample outputs");
        theatre.picture("01-start");
        actor.clickText("Open the sample", 1);
        untilReads("sample outputs on a server inside this program");
        untilListed();
        return "sample, profiles and typed keys are offered; the sample opens again";
    }

    // --- 3: browse

    String openJobs() throws Exception {
        act(() -> theatre.wiring.navigation().openBucket(JOBS_BUCKET));
        untilListed();
        untilReads("Jobs");
        theatre.picture("02-bucket");
        return status();
    }

    String sortAndFilter() throws Exception {
        sortBy("Size");
        until("smallest first", () -> sorted(rows()));
        act(() -> theatre.wiring.navigation().openBucket(JOBS_BUCKET));
        untilListed();
        untilReads("2 folders");
        sortBy("Name");
        type("search", "agar");
        untilReads(" match");
        String saw = status();
        theatre.picture("04-filter");
        actor.keys(KeyCode.ESCAPE);
        until(
                "no filter",
                () -> theatre.wiring.models().browser().filterProperty().get().isEmpty());
        return saw;
    }

    private static boolean sorted(List<ListingRow> rows) {
        List<Long> sizes = rows.stream().filter(r -> !r.isFolder()).map(ListingRow::size).toList();
        return sizes.size() > 1 && sizes.equals(sizes.stream().sorted().toList());
    }

    // --- 4: look

    String previewJson() throws Exception {
        goTo(find(JOBS_BUCKET, "", "all_products.json"));
        until("a JSON preview", () -> preview() instanceof Preview.Json);
        theatre.picture("05-json");
        return "indented JSON of " + selected().name();
    }

    String detailsAndTags() throws Exception {
        actor.clickText("Details", 1);
        untilReads("Storage class");
        theatre.picture("06-details");
        actor.clickText("Tags", 1);
        untilReads("client");
        theatre.picture("07-tags");
        actor.clickText("Preview", 1);
        return "address, size, time, type, class, ETag, expiry; tag client";
    }

    String previewOthers() throws Exception {
        goTo(find(DOCUMENTS_BUCKET, "/images/", ".jpg"));
        until("a picture", () -> preview() instanceof Preview.Image);
        theatre.picture("08-image");
        String image = selected().name();
        goTo(find(DOCUMENTS_BUCKET, "/parsed/", ".md"));
        until("a Markdown preview", () -> preview() instanceof Preview.Markdown);
        theatre.picture("09-markdown");
        return image + " and " + selected().name();
    }

    // --- 5: transfer

    private Path job() {
        return desk.resolve("delivery");
    }

    String drop() throws Exception {
        act(() -> theatre.wiring.navigation().openBucket(JOBS_BUCKET));
        untilListed();
        var random = new Random(7);
        Files.createDirectories(job().resolve("pdfs"));
        for (int i = 0; i < SMALL_FILES; i++) {
            write(
                    job().resolve("pdfs").resolve("sheet %02d.bin".formatted(i)),
                    3_000 + 500 * i,
                    random);
        }
        write(job().resolve("large.bin"), LARGE_BYTES, random);
        List<File> files = List.of(job().toFile());
        TableView<ListingRow> table = table();
        act(() -> FileDrop.over(table.getParent(), files));
        theatre.picture("10-drop");
        act(() -> FileDrop.on(table.getParent(), files));
        until("a transfer", () -> !theatre.wiring.models().transfers().transfers().isEmpty());
        until(
                "bytes under way",
                () -> theatre.wiring.models().transfers().totalsProperty().get().bytesDone() > 0);
        theatre.picture("11-uploading");
        untilIdle(SMALL_FILES + 1);
        untilReads("uploaded");
        until(
                "the folder in the table",
                () -> rows().stream().anyMatch(r -> r.name().equals("delivery/")));
        theatre.picture("12-uploaded");
        return SMALL_FILES
                + 1
                + " files, "
                + (LARGE_BYTES >> 20)
                + " MiB and more; the table shows delivery/";
    }

    String plan() throws Exception {
        Files.writeString(job().resolve("pdfs").resolve("sheet 00.bin"), "changed");
        Files.writeString(job().resolve("new.txt"), "new");
        TableView<ListingRow> table = table();
        act(() -> FileDrop.on(table.getParent(), List.of(job().toFile())));
        actor.node("plan-summary");
        String summary = actor.text(t -> t.contains("replaced"));
        if (!summary.startsWith("1 new, 1 replaced, " + SMALL_FILES + " skipped")) {
            throw new AssertionError("the plan says: " + summary);
        }
        theatre.picture("13-plan");
        actor.click("sheet-action");
        untilIdle(2);
        untilReads("2 files uploaded");
        return summary;
    }

    String download() throws Exception {
        Path target = Files.createDirectories(desk.resolve("downloads"));
        theatre.choose(target);
        select(r -> r.name().equals("delivery/"));
        actor.click("download");
        until(
                "the downloads",
                () ->
                        theatre.wiring.models().transfers().totalsProperty().get().idle()
                                && Files.exists(target.resolve("delivery/new.txt")));
        untilReads("downloaded");
        long same = 0;
        try (var files = Files.walk(job())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve("delivery").resolve(job().relativize(file).toString());
                if (Files.mismatch(file, copy) != -1) {
                    throw new AssertionError(copy + " differs");
                }
                same++;
            }
        }
        return same + " files, byte for byte the same";
    }

    private static void write(Path file, int bytes, Random random) throws Exception {
        byte[] content = new byte[bytes];
        random.nextBytes(content);
        Files.write(file, content);
    }

    private void untilIdle(int done) throws Exception {
        until(
                done + " transfers done",
                () -> {
                    var totals = theatre.wiring.models().transfers().totalsProperty().get();
                    return totals != null && totals.idle() && totals.done() >= done;
                });
    }

    // --- 6: link

    String link() throws Exception {
        goTo(new ObjectAddress(JOBS_BUCKET, "delivery/large.bin"));
        act(table()::requestFocus);
        actor.keys(KeyCode.CONTROL, KeyCode.C);
        untilReads("Link copied");
        String url = onScreen(() -> Clipboard.getSystemClipboard().getString());
        theatre.picture("14-link");
        theatre.scan.hide("a link", url.replaceFirst(".*X-Amz-Signature=([0-9a-f]+).*", "$1"));
        HttpResponse<byte[]> answer;
        try (var client = HttpClient.newHttpClient()) {
            answer =
                    client.send(
                            HttpRequest.newBuilder(URI.create(url)).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
        }
        if (answer.statusCode() != 200
                || !Arrays.equals(answer.body(), Files.readAllBytes(job().resolve("large.bin")))) {
            throw new AssertionError("the link answered " + answer.statusCode());
        }
        return actor.text(t -> t.startsWith("Link copied"))
                + " Fetched: 200, "
                + answer.body().length
                + " bytes, the same";
    }

    // --- 7: change

    String newFolder() throws Exception {
        act(() -> theatre.wiring.navigation().openBucket(JOBS_BUCKET));
        untilListed();
        actor.click("newFolder");
        type("sheet-field", "to check");
        actor.click("sheet-action");
        until("the folder", () -> rows().stream().anyMatch(r -> r.name().equals("to check/")));
        return "\"to check\" is in the table and selected";
    }

    String address() throws Exception {
        goTo(new ObjectAddress(JOBS_BUCKET, "delivery/new.txt"));
        actor.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        untilReads("Address copied");
        String copied = onScreen(() -> Clipboard.getSystemClipboard().getString());
        act(() -> theatre.wiring.navigation().openBucket(DOCUMENTS_BUCKET));
        untilListed();
        type("search", copied);
        actor.keys(KeyCode.ENTER);
        until(
                "back at " + copied,
                () -> selected() != null && selected().address().s3Uri().equals(copied));
        return copied;
    }

    String delete() throws Exception {
        act(() -> theatre.wiring.navigation().openBucket(JOBS_BUCKET));
        untilListed();
        select(r -> r.name().equals("delivery/") || r.name().equals("to check/"));
        actor.click("delete");
        actor.node("sheet-action");
        String question = actor.text(t -> t.startsWith("Delete ") && t.endsWith("?"));
        theatre.picture("15-delete");
        actor.click("sheet-action");
        untilReads("deleted");
        until("they are gone", () -> rows().stream().noneMatch(r -> r.name().equals("delivery/")));
        return question + " " + actor.text(t -> t.endsWith("deleted."));
    }

    // --- and how it looks otherwise

    String darkAndSmall() throws Exception {
        goTo(find(DOCUMENTS_BUCKET, "/parsed/", ".md"));
        until("a Markdown preview", () -> preview() instanceof Preview.Markdown);
        act(() -> theatre.wiring.models().transfers().shownProperty().set(false));
        until("no toast any more", () -> !actor.reads("deleted."));
        act(() -> theatre.wiring.theme().choose(ThemeSwitcher.Choice.DARK));
        theatre.picture("16-dark");
        act(() -> {
            actor.scene().getWindow().setWidth(900);
            actor.scene().getWindow().setHeight(560);
        });
        theatre.picture("17-dark-small");
        act(() -> theatre.wiring.theme().choose(ThemeSwitcher.Choice.LIGHT));
        theatre.picture("18-small");
        return "pictures 16 to 18";
    }
}
