package org.outturn.connection.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Addressing;
import org.outturn.connection.Checksums;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.Found;
import org.outturn.connection.Identity;
import org.outturn.connection.Mark;
import org.outturn.connection.ServerOptions;
import org.outturn.connection.ServerTrust;
import org.outturn.connection.SignIn;
import org.outturn.connection.SsoSession;
import org.outturn.failure.FailureException;
import org.outturn.failure.SignInFailure;
import org.outturn.storage.Prefix;

/** Saved connections in their file, and in the file for others. */
class SavedConnectionsTest {
    private static final String SHA = "ab".repeat(32);

    @TempDir Path temp;
    private Path file;
    private SavedConnections saved;

    @BeforeEach
    void file() {
        file = temp.resolve("settings/connections.json");
        saved = new SavedConnections(file);
    }

    @Test
    void everyKindComesBackAsItWas() {
        List<Connection> all = everyKind();

        saved.change(book -> with(book, all));

        assertThat(new SavedConnections(file).load().book().connections()).isEqualTo(all);
        assertThat(saved.load().troubles()).isEmpty();
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        saved.change(book -> with(book, everyKind()));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getParent().toFile().list()).containsExactly("connections.json");
    }

    @Test
    void keysAreRefused() {
        Connection typed =
                one("typed", new SignIn.Keys(new Credentials("KEY", "marked-secret", "")));

        assertThatThrownBy(() -> saved.change(book -> book.with(typed)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("marked");
        assertThat(file).doesNotExist();
    }

    @Test
    void namesAreMadeFree() {
        saved.change(book -> book.with(profile("a")).with(profile("a")).with(profile("a")));

        assertThat(names()).containsExactly("a", "a 2", "a 3");
    }

    @Test
    void renamingKeepsIdentityAndPlace() {
        Connection b = profile("b");
        saved.change(book -> book.with(profile("a")).with(b).with(profile("c")));

        saved.change(book -> book.with(b.withName("renamed")));

        assertThat(names()).containsExactly("a", "renamed", "c");
        assertThat(saved.load().book().find(b.identity())).isPresent();
    }

    @Test
    void movesAndRemoves() {
        Connection a = profile("a");
        Connection b = profile("b");
        saved.change(book -> book.with(a).with(b).with(profile("c")));

        saved.change(book -> book.moved(a.identity(), 1));
        assertThat(names()).containsExactly("b", "a", "c");
        saved.change(book -> book.moved(a.identity(), 99));
        assertThat(names()).containsExactly("b", "c", "a");
        saved.change(book -> book.moved(a.identity(), -5));
        assertThat(names()).containsExactly("a", "b", "c");
        saved.change(book -> book.without(b.identity()));
        assertThat(names()).containsExactly("a", "c");
        saved.change(book -> book.withBehind(profile("a copy"), a.identity()));
        assertThat(names()).containsExactly("a", "a copy", "c");
    }

    @Test
    void coloursOfProfilesAreKeptHere() {
        var dev = new Identity(Identity.Origin.PROFILE, "dev");
        Connection profile = profile("dev").withIdentity(dev);

        saved.change(book -> book.marked(dev, Mark.RED));

        Found found =
                new BookSource(new SavedConnections(file), () -> Found.all(List.of(profile)))
                        .find();
        assertThat(found.connections()).extracting(Connection::mark).containsExactly(Mark.RED);
        saved.change(book -> book.marked(dev, Mark.NONE));
        assertThat(saved.load().book().marks()).isEmpty();
    }

    @Test
    void twoProgramsDoNotUndoOneAnother() {
        var other = new SavedConnections(file);
        saved.load();
        other.load();

        saved.change(book -> book.with(profile("mine")));
        other.change(book -> book.with(profile("theirs")));

        assertThat(names()).containsExactly("mine", "theirs");
    }

    @Test
    void aDamagedFileIsSetAside() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"version\": 1, \"connections\": [");

        SavedConnections.Loaded loaded = saved.load();

        assertThat(loaded.book()).isEqualTo(ConnectionBook.EMPTY);
        assertThat(loaded.troubles())
                .singleElement()
                .satisfies(t -> assertThat(t.messageKey()).isEqualTo("book.trouble.damaged"));
        try (Stream<Path> beside = Files.list(file.getParent())) {
            assertThat(beside)
                    .singleElement()
                    .satisfies(aside ->
                            assertThat(aside).hasContent("{\"version\": 1, \"connections\": ["));
        }
    }

    @Test
    void aNewerFileIsReadAndKeptBeforeItIsChanged() throws IOException {
        Files.createDirectories(file.getParent());
        String newer =
                """
                {"version": 7, "more": {"deep": true}, "connections": [
                  {"id": "1", "name": "kept", "colour": "TEAL", "checksums": "SOME", "shade": 3,
                   "signIn": {"kind": "profile", "profile": "dev", "also": []}},
                  {"id": "2", "name": "odd", "signIn": {"kind": "telepathy"}},
                  {"id": "3", "name": "bad", "endpoint": "not an address",
                   "signIn": {"kind": "machine"}}]}
                """;
        Files.writeString(file, newer);

        SavedConnections.Loaded loaded = saved.load();
        saved.change(book -> book.with(profile("another")));

        assertThat(loaded.book().connections())
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.name()).isEqualTo("kept");
                    assertThat(c.mark()).isEqualTo(Mark.NONE);
                    assertThat(c.signIn()).isEqualTo(new SignIn.Profile("dev"));
                });
        assertThat(loaded.troubles())
                .extracting(t -> t.messageKey() + t.words())
                .containsExactly("book.trouble.unusable[2]", "book.trouble.newer[]");
        assertThat(names()).containsExactly("kept", "another");
        try (Stream<Path> beside = Files.list(file.getParent())) {
            assertThat(beside.filter(p -> p.toString().contains(".before-")))
                    .singleElement()
                    .satisfies(copy -> assertThat(copy).hasContent(newer));
        }
    }

    @Test
    void anUnreadableBookDoesNotHideTheOthers() throws IOException {
        Files.createDirectories(file);

        Found found = new BookSource(saved, () -> Found.all(List.of(profile("dev")))).find();

        assertThat(found.connections()).extracting(Connection::name).containsExactly("dev");
        assertThat(found.troubles())
                .extracting(t -> t.messageKey())
                .containsExactly("book.trouble.unreadable");
    }

    @Test
    void whatIsSharedHasNoSecretsAndNoAgreements() throws IOException {
        var all = new java.util.ArrayList<>(everyKind());
        all.add(
                one(
                        "typed",
                        new SignIn.Keys(
                                new Credentials("MARKEDKEY", "marked-secret", "marked-token"))));
        Path shared = temp.resolve("for you.json");

        SharedFile.write(shared, all);

        assertThat(shared)
                .content()
                .doesNotContain(
                        "marked", "MARKEDKEY", SHA, "entry-of-keyring", "/ca.pem", "plainHttp")
                .contains("outturn-connections", "https://s3.example.com:9000/store");
    }

    @Test
    void whatIsSharedCanBeTakenOver() {
        Path shared = temp.resolve("shared.json");
        SharedFile.write(shared, everyKind());

        SharedFile.Offer offer = SharedFile.read(shared);

        assertThat(offer.unusable()).isZero();
        assertThat(offer.connections())
                .extracting(Connection::name)
                .containsExactly("keys", "profile", "env", "sso", "environment", "machine");
        assertThat(offer.connections().getFirst().signIn()).isEqualTo(new SignIn.SavedKeys("", ""));
        assertThat(offer.connections().getFirst().server())
                .isEqualTo(
                        ServerOptions.DEFAULTS
                                .withChecksums(Checksums.WHEN_REQUIRED)
                                .withLinkHost(
                                        Optional.of(URI.create("https://files.example.com"))));
        assertThat(offer.connections())
                .extracting(Connection::identity)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(
                        everyKind().stream().map(Connection::identity).toList());
    }

    @Test
    void agreementsInASharedFileCountForNothing() throws IOException {
        Path shared =
                Files.writeString(
                        temp.resolve("shared.json"),
                        """
                        {"format": "outturn-connections", "version": 1, "connections": [
                          {"name": "x", "endpoint": "http://h", "plainHttp": true,
                           "certificateSha256": "%s",
                           "signIn": {"kind": "keys", "accessKeyId": "K", "keyring": "stolen"}}]}
                        """
                                .formatted(SHA));

        Connection only = SharedFile.read(shared).connections().getFirst();

        assertThat(only.server()).isEqualTo(ServerOptions.DEFAULTS);
        assertThat(only.signIn()).isEqualTo(new SignIn.SavedKeys("", ""));
    }

    @Test
    void anotherFileIsRefused() throws IOException {
        Path other = Files.writeString(temp.resolve("package.json"), "{\"name\": \"x\"}");

        assertThatThrownBy(() -> SharedFile.read(other))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e ->
                                assertThat(e.failure())
                                        .isInstanceOf(SignInFailure.NoConnections.class));
    }

    private List<String> names() {
        return saved.load().book().connections().stream().map(Connection::name).toList();
    }

    private static ConnectionBook with(ConnectionBook book, List<Connection> all) {
        ConnectionBook filled = book;
        for (Connection connection : all) {
            filled = filled.with(connection);
        }
        return filled;
    }

    private static Connection profile(String name) {
        return one(name, new SignIn.Profile("p"));
    }

    private static Connection one(String name, SignIn signIn) {
        return new Connection(
                        name,
                        Optional.empty(),
                        "eu-central-1",
                        Addressing.AUTO,
                        signIn,
                        Optional.empty())
                .withIdentity(ConnectionBook.newIdentity());
    }

    private static List<Connection> everyKind() {
        var server =
                new ServerOptions(
                        new ServerTrust.Certificate(SHA),
                        Checksums.WHEN_REQUIRED,
                        Optional.of(URI.create("https://files.example.com")),
                        true);
        Connection keys =
                new Connection(
                        new Identity(Identity.Origin.SAVED, "fixed"),
                        "keys",
                        Mark.RED,
                        Optional.of(URI.create("https://s3.example.com:9000/store")),
                        "us-east-1",
                        Addressing.PATH,
                        new SignIn.SavedKeys("KEYID", "entry-of-keyring"),
                        Optional.of(new Prefix("bucket", "some/prefix")),
                        server);
        return List.of(
                keys,
                one("profile", new SignIn.Profile("production"))
                        .withServer(
                                ServerOptions.DEFAULTS.withTrust(
                                        new ServerTrust.Authorities(Path.of("/etc/ca.pem")))),
                one("env", new SignIn.EnvFile(Path.of("/srv/app/.env"), "S3_ACCESS_KEY")),
                one(
                        "sso",
                        new SignIn.SingleSignOn(
                                new SsoSession(
                                        "corp",
                                        "https://corp.example.com/start",
                                        "eu-west-1",
                                        List.of("sso:account:access")),
                                "123456789012",
                                "Operator")),
                one("environment", new SignIn.Environment()),
                one("machine", new SignIn.Machine()));
    }
}
