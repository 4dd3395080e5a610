package org.outturn.ui.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.records.DatabaseAddress.Line;
import org.outturn.records.ScraperStandIn;
import org.outturn.sample.ObjectAttributes;
import org.outturn.storage.ObjectAddress;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;

/** What is said of a scraper's jobs by others than the bucket, and what is done about it. */
class JobWitnessWindowTest extends WindowTest {
    private static final String END = "-8a51-4d37-9c06-5e1a7d3f7395";
    private static final String DISPUTED = "20261101_110000_0b9f2c4e" + END;
    private static final String QUIET = "20261101_100000_1b9f2c4e" + END;
    private static final String PARTIAL = "20261101_090000_2b9f2c4e" + END;
    private static final String TOKEN = "tok-9f3a7c51e0";
    private static final Instant EARLIER = Instant.parse("2026-10-31T12:00:00Z");

    private Path home = Path.of("");
    @TempDir private Path local;

    @Override
    protected void prepare(Path operatorsHome) throws IOException {
        super.prepare(operatorsHome);
        home = operatorsHome;
    }

    @Override
    protected void fill() {
        whole(DISPUTED);
        json(
                "agar/" + DISPUTED + "/upload_record.json",
                "{\"status\": \"failed\", \"error\": \"The bucket refused it\","
                        + " \"uploadedAt\": \"2026-10-30T07:15:00\"}");
        whole(QUIET);
        whole(PARTIAL);
        json("agar/" + PARTIAL + "/pdfs/Broth_pdfs.json", "[2]");
    }

    private void whole(String job) {
        json("agar/" + job + "/all_products.json", "[1]");
        json("agar/" + job + "/pdfs/Star_pdfs.json", "[1]");
        json("agar/" + job + "/pdfs/SDS/Star_SDS.pdf", "%PDF");
        json("agar/" + job + "/pdfs/PDS/Star_PDS.pdf", "%PDF");
    }

    private void json(String key, String text) {
        put(
                key,
                text.getBytes(StandardCharsets.UTF_8),
                ObjectAttributes.of("application/json"),
                EARLIER);
    }

    @BeforeEach
    void showJobs() {
        connectUnlessConnected();
        window.toasts().clear();
        String jobs =
                window.places().lines().stream()
                        .filter(line -> line.startsWith("Jobs,"))
                        .findFirst()
                        .orElse("Jobs, 3");
        window.places().click(jobs);
    }

    private void select(String job) {
        window.outputs().select(line -> line.row().firstKey().contains(job));
    }

    private void statusOf(String job, String expected) {
        Fx.untilThat(
                () ->
                        Stream.of(window.outputs().lines(), window.outputs().statuses())
                                .map(cells -> String.join("|", cells))
                                .toList(),
                _ -> {
                    int at = window.outputs().lines().indexOf(job);
                    Assertions.assertThat(at).isNotNegative();
                    Assertions.assertThat(window.outputs().statuses().get(at)).isEqualTo(expected);
                });
    }

    private void inspectorSays(String... parts) {
        Fx.untilThat(
                window.inspector()::outputText,
                text -> Assertions.assertThat(text).contains(parts));
    }

    private void openSheet() {
        Fx.run(() ->
                window.part(MenuButton.class, "#menu").getItems().stream()
                        .filter(item -> "Job records…".equals(item.getText()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
        window.sheet().titled("Job records");
        window.node("#records-api");
    }

    private void type(String field, String text) {
        Fx.run(() -> window.part(TextInputControl.class, field).setText(text));
    }

    private void says(String label, String expected) {
        Fx.untilThat(
                () -> Fx.get(() -> window.part(Label.class, label).getText()),
                text -> Assertions.assertThat(text).isEqualTo(expected));
    }

    @Test
    void aWholeJobWhoseRecordSaysFailedIsDisputed() {
        statusOf(DISPUTED, "Failed, disputed");
        select(DISPUTED);

        inspectorSays(
                "The witnesses disagree.",
                "Bucket\nAll 4 files are there",
                "Upload record\nIt says “failed”. The bucket refused it",
                "30 Oct 2026");
        assertThat(window.inspector().outputText().split("as of|As of", -1))
                .as("each witness with its own time")
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void theScraperIsTestedUsedAndHeard() throws IOException {
        String answer =
                "{\"success\": true, \"data\": {\"output\": {\"uploadToS3\":"
                        + " {\"status\": \"partial\", \"errors\": [\"Star_SDS.pdf: refused\"],"
                        + " \"uploadedAt\": \"2026-10-29T07:15:00\"}}}}";
        try (var scraper =
                new ScraperStandIn(exchange -> {
                    boolean job = exchange.getRequestURI().toString().contains("1b9f2c4e");
                    ScraperStandIn.send(exchange, job ? 200 : 404, job ? answer : "{}");
                })) {
            statusOf(QUIET, "Complete");
            openSheet();
            type("#records-api", scraper.address().toString());
            says("#records-api-result", "The token is missing.");
            assertThat(window.sheet().canAgree()).isFalse();
            type("#records-token", TOKEN);
            assertThat(window.isShown("#records-plain")).as("it stays on this computer").isFalse();
            window.click("#records-test");
            says("#records-api-result", "Reached, and job records can be read.");
            window.sheet().agree();

            statusOf(QUIET, "Partial, disputed");
            select(QUIET);
            inspectorSays("Scraper (API)\nIt says “partial”. Star_SDS.pdf: refused", "29 Oct 2026");
            Fx.until("the address is kept", () -> settings().contains("127.0.0.1"));
            assertThat(written()).doesNotContain(TOKEN);

            openSheet();
            assertThat(
                            Fx.get(() ->
                                    window.part(TextInputControl.class, "#records-token")
                                            .getText()))
                    .as("known while the program runs")
                    .isEqualTo(TOKEN);
            type("#records-api", "");
            type("#records-token", "");
            window.sheet().agree();
            statusOf(QUIET, "Complete");
        }
    }

    private String settings() throws IOException {
        Path file = home.resolve("config/settings.json");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** Everything that the program has written, but objects. */
    private String written() throws IOException {
        var all = new StringBuilder();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void aScraperThatRefusesIsSaidToRefuseAndTheRestGoesOn() {
        try (var scraper = ScraperStandIn.answering(401, "{}")) {
            openSheet();
            type("#records-api", scraper.address().toString());
            type("#records-token", "wrong");
            window.click("#records-test");
            says(
                    "#records-api-result",
                    "The token, or the user and password, are not accepted there. Check them for"
                            + " missing or extra characters, or ask whoever runs the scraper for new"
                            + " ones.");
            window.sheet().agree();

            select(DISPUTED);
            inspectorSays(
                    "Scraper (API) could not be asked",
                    "are not accepted there. Check them",
                    "It is asked again after",
                    "Upload record\nIt says “failed”.");
            statusOf(DISPUTED, "Failed, disputed");
            openSheet();
            type("#records-api", "");
            type("#records-token", "");
            window.sheet().agree();
        }
    }

    @Test
    void aTokenGoesOverAnOpenLineOnlyWhenThatIsAllowed() {
        openSheet();
        type("#records-token", TOKEN);
        type("#records-api", "not an address");
        says("#records-api-result", "This is no web address.");
        type("#records-api", "http://scraper.example.com");
        assertThat(window.isShown("#records-plain")).isTrue();
        assertThat(window.sheet().canAgree()).isFalse();
        Fx.run(() -> window.part(CheckBox.class, "#records-plain").setSelected(true));
        assertThat(window.sheet().canAgree()).isTrue();
        type("#records-api", "https://scraper.example.com");
        assertThat(window.isShown("#records-plain")).isFalse();
        assertThat(window.sheet().canAgree()).isTrue();
        window.sheet().cancel();
    }

    @Test
    void theDatabaseIsAskedOnlyWithEverythingThatItTakes() {
        openSheet();
        type("#records-user", "reader");
        says("#records-database-result", "The server is missing.");
        type("#records-host", "db.example.com");
        assertThat(line()).isEqualTo(Line.CHECKED);
        type("#records-host", "localhost");
        assertThat(line()).isEqualTo(Line.OPEN);
        says("#records-database-result", "Database and user are both needed.");
        type("#records-database", "scraper");
        type("#records-port", "70000");
        says("#records-database-result", "A port is a number from 1 to 65535.");
        type("#records-port", "1");
        assertThat(window.sheet().canAgree()).isTrue();
        window.click("#records-test");
        says(
                "#records-database-result",
                "Nobody answers there. Check the endpoint, the network and a VPN if you need one,"
                        + " then try again.");
        assertThat(Fx.get(() -> window.part(Button.class, "#records-test").isDisabled())).isFalse();
        window.sheet().cancel();
    }

    private Object line() {
        return Fx.get(() -> window.part(ChoiceBox.class, "#records-line").getValue());
    }

    private MenuItem missing() {
        return Fx.get(() ->
                window.part(TableView.class, ".output-table").getContextMenu().getItems().stream()
                        .filter(item -> "Upload what is missing…".equals(item.getText()))
                        .findFirst()
                        .orElseThrow());
    }

    private void write(String name, String text) throws IOException {
        Path file = local.resolve(PARTIAL).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void whatIsMissingOfAJobIsUploadedFromItsFolder() throws IOException {
        write("all_products.json", "[1]");
        write("pdfs/Star_pdfs.json", "[1]");
        write("pdfs/Broth_pdfs.json", "[2]");
        write("pdfs/SDS/Star_SDS.pdf", "%PDF");
        write("pdfs/PDS/Star_PDS.pdf", "%PDF");
        write("pdfs/SDS/Broth_SDS.pdf", "%PDF-1.7");
        write("pdfs/PDS/Broth_PDS.pdf", "%PDF-1.7");
        statusOf(QUIET, "Complete");
        select(QUIET);
        assertThat(missing().isDisable()).as("nothing is missing").isTrue();
        statusOf(PARTIAL, "Partial 5/7");
        select(PARTIAL);
        assertThat(missing().isDisable()).isFalse();

        window.choosers().nextFolder(local);
        Fx.run(() -> missing().fire());
        assertThat(window.toasts().await("is not the folder"))
                .contains("Choose the one that is called “" + PARTIAL + "”.");

        window.choosers().nextFolder(local.resolve(PARTIAL));
        Fx.run(() -> missing().fire());
        assertThat(window.sheet().title()).isEqualTo("Upload the scraper job " + PARTIAL);
        assertThat(window.sheet().action()).isEqualTo("Upload 2 files");
        window.sheet().agree();

        window.toasts().await("Scraper job");
        statusOf(PARTIAL, "Complete");
        var kept = new ObjectAddress(BUCKET, "agar/" + PARTIAL + "/all_products.json");
        Instant stored = asked(store -> store.details(kept).modified());
        assertThat(stored).as("what was there was left alone").isEqualTo(EARLIER);
    }
}
