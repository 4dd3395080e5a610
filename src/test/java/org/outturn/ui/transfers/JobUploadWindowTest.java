package org.outturn.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.records.UploadRecord.Result;
import org.outturn.records.UploadRecordReader;
import org.outturn.records.UploadStatus;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectDetails;
import org.outturn.storage.Prefix;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;

/** A scraper job's folder, dropped on the window. */
class JobUploadWindowTest extends WindowTest {
    private static final String JOB = "20251114_011839_0b9cc1f0-1b3c-4c8e-9d7a-2f1f6a0e7395";

    @TempDir private Path local;

    @BeforeEach
    void forgetTransfers() throws IOException {
        connectUnlessConnected();
        window.toasts().clear();
        window.transfers().clear();
        write("all_products.json", "{\"products\": [" + "{},".repeat(2_000) + "{}]}");
        write("results.json", "{\"status\": \"completed\"}");
        for (String name : List.of("Agar plate", "Broth", "Petri dish 90 mm", "Loop")) {
            write("pdfs/SDS/" + name + "_SDS.pdf", "%PDF-1.7 " + name);
            write("pdfs/PDS/" + name + "_PDS.pdf", "%PDF-1.7 " + name);
            write("pdfs/" + name + "_pdfs.json", "[]");
            write("screenshots/" + name + ".png", "not really " + name);
        }
        write("scraper.log", "done");
    }

    private void write(String name, String text) throws IOException {
        Path file = local.resolve(JOB).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void drop(String prefix) {
        go(prefix);
        Fx.run(() ->
                window.navigation()
                        .upload(List.of(local.resolve(JOB)), new Prefix(BUCKET, prefix)));
        assertThat(window.sheet().title()).isEqualTo("Upload the scraper job " + JOB);
    }

    private String box(JobPartBox part) {
        return Fx.get(() -> window.part(CheckBox.class, part.id()).getText());
    }

    private record JobPartBox(String name) {
        String id() {
            return "#job-part-" + name;
        }
    }

    @Test
    void theSheetSaysWhatIsThereAndWhatGoes() {
        drop("agar/");

        assertThat(box(new JobPartBox("PDFS"))).isEqualTo("PDFs (12 files, 150 B)");
        assertThat(box(new JobPartBox("CATEGORIES"))).isEqualTo("categories.json (not there)");
        assertThat(window.isShown("#job-part-CATEGORY_FILES")).isFalse();
        assertThat(window.sheet().action()).isEqualTo("Upload 14 files");
        assertThat(window.sheet().plan())
                .filteredOn(line -> line.getFirst().startsWith("screenshots/"))
                .hasSize(4)
                .allSatisfy(line -> assertThat(line).contains("skip", "left out by you"));
        window.click("#job-part-SCREENSHOTS");
        assertThat(window.sheet().action()).isEqualTo("Upload 18 files");
        window.click("#job-part-PDFS");
        assertThat(window.sheet().action()).isEqualTo("Upload 6 files");
        window.sheet().choose("Keep both (the new one gets a number)");
        assertThat(window.sheet().action()).as("choices stay").isEqualTo("Upload 6 files");
        window.sheet().cancel();
        assertThat(storedKeys("agar/")).isEmpty();
    }

    @Test
    void theRecordIsOfferedAndLiesBesideTheFiles() {
        drop("recorded/");
        window.click("#job-compressed");
        window.click("#job-recorded");
        window.sheet().unfoldOptions();
        window.click("#plan-producer");
        assertThat(window.sheet().tags())
                .isEqualTo("client=agar, date=2025-11-14, type=scrape-output");
        window.sheet().tags("client=agar, job={job}");
        window.sheet().agree();

        assertThat(window.toasts().await("Scraper job"))
                .isEqualTo("Scraper job 0b9cc1f0…: all uploaded.");
        String folder = "recorded/" + JOB + "/";
        assertThat(storedKeys("recorded/"))
                .hasSize(15)
                .contains(folder + "upload_record.json")
                .doesNotContain(folder + "scraper.log");
        assertThat(stored(folder + "all_products.json").headers())
                .containsEntry("content-encoding", "gzip");
        assertThat(stored(folder + "all_products.json").contentType())
                .isEqualTo("application/json");
        assertThat(storedTags(folder + "results.json"))
                .isEqualTo(Map.of("client", "agar", "job", "0b9cc1f0-1b3c-4c8e-9d7a-2f1f6a0e7395"));
        window.clearClipboard();
        window.click("#toast-action");
        Fx.until("the record is copied", () -> !window.clipboard().isEmpty());
        String copied = window.clipboard();
        assertThat(storedContent(folder + "upload_record.json"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(copied);
        assertThat(new UploadRecordReader().read(copied))
                .isInstanceOfSatisfying(
                        Result.class,
                        r -> {
                            assertThat(r.status()).isEqualTo(UploadStatus.SUCCESS);
                            assertThat(r.filesUploaded()).hasValue(14);
                        });
    }

    @Test
    void theJobCanGoElsewhere() {
        drop("here/");
        Fx.run(() -> window.part(TextField.class, "#job-place").setText("no such place!"));
        enterPlace();
        Fx.until("it waits for a place", () -> !window.sheet().canAgree());
        assertThat(window.sheet().text()).contains("This is no place");
        Fx.run(() -> window.part(TextField.class, "#job-place").setText("s3://no-such-bucket/x"));
        enterPlace();
        Fx.until(
                "the place before counts again",
                () ->
                        Fx.get(() -> window.part(TextField.class, "#job-place").getText())
                                .equals("s3://" + BUCKET + "/here/"));
        window.toasts().await("no-such-bucket");
        Fx.run(() -> window.part(TextField.class, "#job-place").setText(BUCKET + "/there"));
        enterPlace();
        Fx.until(
                "the other place",
                () ->
                        Fx.get(() -> window.part(TextField.class, "#job-place").getText())
                                .equals("s3://" + BUCKET + "/there/"));
        Fx.until("planned", () -> window.sheet().canAgree());
        window.sheet().agree();

        window.toasts().await("Scraper job");
        assertThat(storedKeys("here/")).isEmpty();
        assertThat(storedKeys("there/")).hasSize(14);
    }

    private void enterPlace() {
        window.click("#job-place");
        window.press(KeyCode.ENTER);
    }

    @Test
    void otherFoldersAreAsTheyWere() throws IOException {
        Files.createDirectories(local.resolve("plain"));
        Files.writeString(local.resolve("plain/a.txt"), "a");
        go("plain/");
        Fx.run(() ->
                window.navigation()
                        .upload(List.of(local.resolve("plain")), new Prefix(BUCKET, "plain/")));

        window.transfers().ended(1);
        assertThat(window.sheet().isShown()).isFalse();
        assertThat(storedKeys("plain/")).containsExactly("plain/plain/a.txt");
    }

    private ObjectDetails stored(String key) {
        return asked(store -> store.details(new ObjectAddress(BUCKET, key)));
    }

    private Map<String, String> storedTags(String key) {
        return asked(store -> store.tags(new ObjectAddress(BUCKET, key)).values());
    }
}
