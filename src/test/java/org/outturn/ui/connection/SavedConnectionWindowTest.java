package org.outturn.ui.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Mark;
import org.outturn.connection.book.SavedConnections;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;
import org.outturn.tour.FileDrop;

/** Saved connections on the start page, from the first to the last of them. */
class SavedConnectionWindowTest extends WindowTest {
    private Path home;

    @Override
    protected void prepare(Path home) throws IOException {
        super.prepare(home);
        this.home = home;
    }

    @Override
    protected void fill() {
        put("hello.txt", "hello");
    }

    @BeforeEach
    void showList() {
        window.start().show();
    }

    @AfterEach
    void emptyBook() {
        window.vault().missing(false);
        book().load()
                .book()
                .connections()
                .forEach(one -> book().change(book -> book.without(one.identity())));
        window.vault().entries().clear();
    }

    @Test
    void isSavedWithItsKeysInTheKeyringAndOpensAgain() {
        save("mine");
        window.browser().at(BUCKET, "").shows("hello.txt");

        assertThat(window.vault().entries().values())
                .singleElement()
                .satisfies(
                        keys -> assertThat(keys.secretAccessKey()).isEqualTo(server.secretKey()));
        assertThat(plainSecrets()).as("files with the secret").isEmpty();

        window.start().show().clickProfile("mine");
        window.browser().at(BUCKET, "").shows("hello.txt");
        window.start().show();
        assertThat(window.start().row("mine")).contains(server.accessKey(), "in the keyring");
    }

    @Test
    void withoutAKeyringKeysStayInMemoryAndThatIsSaid() {
        window.vault().missing(true);

        save("memory");

        assertThat(window.toasts().await("no keyring")).contains("memory", "not saved");
        window.browser().at(BUCKET, "").shows("hello.txt");
        assertThat(plainSecrets()).as("files with the secret").isEmpty();
        window.start().show();
        assertThat(window.start().row("memory")).contains("typed each time");
        window.start().clickProfile("memory");
        window.browser().at(BUCKET, "").shows("hello.txt");
    }

    @Test
    void missingKeysAreAskedForWhereTheyCanBeTyped() {
        save("lost");
        window.browser().at(BUCKET, "");
        String id = book().load().book().connections().getFirst().identity().key();
        book().change(book -> {
            var lost = book.connections().getFirst();
            var other = org.outturn.connection.book.ConnectionBook.newIdentity();
            // as on another computer, whose keyring has nothing
            return book.without(lost.identity()).with(lost.withIdentity(other));
        });
        window.vault().entries().remove(id);

        window.start().show();
        Fx.until("the list is read anew", () -> !window.start().profiles().isEmpty());
        window.start().clickProfile("lost");

        Fx.untilThat(
                window.start()::failure,
                said -> Assertions.assertThat(said).contains("lost", "Type the keys again"));
        window.node("#connect");
        assertThat(window.start().field("#accessKey")).isEqualTo(server.accessKey());
        window.start().set("#secretKey", server.secretKey()).connect();
        window.browser().at(BUCKET, "").shows("hello.txt");
    }

    @Test
    void isRenamedColouredDuplicatedMovedAndRemoved() {
        save("first");
        window.browser().at(BUCKET, "");
        window.start().show().choose("first", "menu-edit");
        window.node("#connect");
        assertThat(window.isShown("#keep")).as("it is kept already").isFalse();
        window.start().set("#name", "renamed");
        window.click("#mark-RED");
        window.click("#save");
        window.node("#newConnection");
        Fx.untilThat(
                () -> window.start().profiles(),
                names -> Assertions.assertThat(names).startsWith("renamed"));
        assertThat(window.start().row("renamed")).contains("Red: production");

        window.start().choose("renamed", "menu-duplicate");
        Fx.untilThat(
                () -> window.start().profiles(),
                names -> Assertions.assertThat(names).startsWith("renamed", "renamed copy"));
        Fx.until("its keys are copied", () -> window.vault().entries().size() == 2);

        window.start().choose("renamed copy", "menu-up");
        Fx.untilThat(
                () -> window.start().profiles(),
                names -> Assertions.assertThat(names).startsWith("renamed copy", "renamed"));

        window.start().choose("renamed", "menu-remove");
        assertThat(window.sheet().title()).contains("renamed");
        window.sheet().agree();
        Fx.untilThat(
                () -> window.start().profiles(),
                names ->
                        Assertions.assertThat(names)
                                .startsWith("renamed copy")
                                .doesNotContain("renamed"));
        assertThat(window.vault().entries()).hasSize(1);
        window.start().clickProfile("renamed copy");
        window.browser().at(BUCKET, "").shows("hello.txt");
    }

    @Test
    void aProfileKeepsItsColour() {
        Fx.until("profiles", () -> window.start().profiles().contains("pipeline"));

        book().change(book ->
                book.marked(org.outturn.connection.Identity.profile("pipeline"), Mark.BLUE));

        window.start().show();
        await().until(() -> window.start().row("pipeline").contains("Blue"));
    }

    @Test
    void isChangedByKeyboardAlone() {
        save("keyboard");
        window.browser().at(BUCKET, "");
        window.start().show();
        Fx.until("it is listed", () -> window.start().profiles().contains("keyboard"));
        Fx.run(() -> window.part(Node.class, "#profiles").requestFocus());

        window.press(KeyCode.F2);
        window.node("#connect");
        window.press(KeyCode.ESCAPE);
        Fx.until("the list is back", () -> !window.isShown("#connect"));
        window.press(KeyCode.DELETE);
        assertThat(window.sheet().title()).contains("keyboard");
        window.sheet().cancel();
    }

    @Test
    void anEnvFileIsOpenedAndToldOf(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("app.env"),
                        """
                        S3_BUCKET_NAME=%s
                        S3_ENDPOINT_URL=%s
                        AWS_REGION=%s
                        AWS_ACCESS_KEY_ID=%s
                        AWS_SECRET_ACCESS_KEY='%s'
                        UPLOAD_INDIVIDUAL_FILES_S3=true
                        MAILER_PASSWORD=$(cat /etc/passwd)
                        """
                                .formatted(
                                        BUCKET,
                                        server.endpoint(),
                                        server.region(),
                                        server.accessKey(),
                                        server.secretKey()));
        window.choosers().nextFiles(file);

        window.click("#openEnv");
        assertThat(window.sheet().title()).isEqualTo("A .env file of MonkeyOCR");
        assertThat(window.sheet().text())
                .contains("MAILER_PASSWORD", "Line 7", "was not run")
                .doesNotContain(server.secretKey(), "/etc/passwd");
        Fx.run(() -> window.part(CheckBox.class, "#dotenv-keep").setSelected(true));
        window.sheet().agree();

        window.browser().at(BUCKET, "").shows("hello.txt");
        window.start().show();
        Fx.until("it is listed", () -> window.start().profiles().contains("app.env"));
        assertThat(plainSecrets()).as("files with the secret").isEmpty();

        Files.writeString(file, "AWS_ACCESS_KEY_ID=\n");
        window.start().clickProfile("app.env");
        Fx.untilThat(
                window.start()::failure,
                said -> Assertions.assertThat(said).contains("has no such keys any more"));
    }

    @Test
    void filesAreDroppedOnThePage(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve(".env"), "S3_BUCKET_NAME=x\nHELLO=1\n");

        Fx.run(() -> FileDrop.over(page(), List.of(file.toFile())));
        assertThat(window.isShown("#envHint")).isTrue();
        Fx.run(() -> FileDrop.on(page(), List.of(file.toFile())));

        assertThat(window.sheet().title()).isEqualTo("This .env file");
        assertThat(window.sheet().text())
                .contains("There is no access key with its secret key in this file.", "HELLO");
        assertThat(window.isShown("#sheet-action")).as("there is nothing to open").isFalse();
        assertThat(window.isShown("#envHint")).isFalse();
        window.sheet().cancel();
    }

    private Node page() {
        return window.part(Node.class, ".start-page");
    }

    @Test
    void theKeyboardMovesThem() {
        save("one");
        window.browser().at(BUCKET, "");
        window.start().show();
        save("two");
        window.browser().at(BUCKET, "");
        window.start().show();
        Fx.untilThat(
                () -> window.start().profiles(),
                names -> Assertions.assertThat(names).startsWith("one", "two"));
        Fx.run(() -> window.part(Node.class, "#profiles").requestFocus());

        // what was saved last is the chosen one
        window.press(KeyCode.ALT, KeyCode.UP);

        Fx.untilThat(
                () -> window.start().profiles(),
                names -> Assertions.assertThat(names).startsWith("two", "one"));

        // and still is when it was moved
        window.press(KeyCode.ALT, KeyCode.DOWN);
        Fx.untilThat(
                () -> window.start().profiles(),
                names -> Assertions.assertThat(names).startsWith("one", "two"));
    }

    @Test
    void connectionsAreSharedAndTakenOver(@TempDir Path folder) {
        save("shared");
        window.browser().at(BUCKET, "");
        Path file = folder.resolve("for you.json");
        window.choosers().nextFileToSave(file);
        window.start().show().choose("shared", "menu-export");
        Fx.until("the file is there", () -> Files.exists(file));
        assertThat(file).content().doesNotContain(server.secretKey(), server.accessKey());

        window.choosers().nextFiles(file);
        window.click("#importFile");
        assertThat(window.sheet().title()).isEqualTo("One connection to take over");
        assertThat(
                        Fx.get(() ->
                                window
                                        .part(Node.class, ".env-sheet")
                                        .lookupAll(".check-box")
                                        .stream()
                                        .map(box -> ((CheckBox) box).getText())
                                        .toList()))
                .containsExactly("shared (as \u201cshared 2\u201d, because the name is taken)");
        assertThat(window.sheet().text()).contains("Needs keys");
        window.sheet().agree();

        Fx.until("it is listed", () -> window.start().profiles().contains("shared 2"));
        assertThat(window.start().row("shared 2")).contains("Keys missing");
    }

    private void save(String name) {
        window.start().fill(server).keep(true).set("#bucket", BUCKET).set("#name", name);
        assertThat(Fx.get(() -> window.part(CheckBox.class, "#inKeyring").isSelected())).isTrue();
        Fx.run(() -> window.part(TextField.class, "#secretKey").requestFocus());
        window.start().connect();
    }

    private SavedConnections book() {
        return new SavedConnections(home.resolve("config/connections.json"));
    }

    /** The profile of the test has the secret where AWS wants it. */
    private List<Path> plainSecrets() {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(home.resolve(".aws")))
                    .filter(this::hasSecret)
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private boolean hasSecret(Path file) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains(server.secretKey());
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }
}
