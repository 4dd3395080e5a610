package org.outturn.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outturn.connection.SignIn;
import org.outturn.connection.SsoSession;
import org.outturn.connection.sso.SsoAccount;
import org.outturn.connection.sso.SsoCache;
import org.outturn.connection.sso.SsoToken;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.signin.IssuedKeys;
import org.outturn.signin.PlayedBrowser;
import org.outturn.signin.SignInStandIn;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;

/**
 * Signing in as an operator does it, in the window: from the profile to the files. The browser is a
 * program that the system starts, and follows where the sign-in leads it.
 */
class SignInWindowTest extends WindowTest {
    private static final String ACCOUNT = "111122223333";
    private static final SampleKey KEY =
            SampleKey.of("ASIAOFTHEROLE", "the-secret-of-the-role")
                    .inSession("the-session-of-the-role", null);

    private final SignInStandIn aws = new SignInStandIn();
    private final PlayedBrowser human = new PlayedBrowser();
    private Path home;
    private Path browser;

    @Override
    protected SampleOptions options() {
        return SampleOptions.DEFAULTS.withKey(KEY);
    }

    @Override
    protected void fill() {
        put("hello.txt", "hello");
        for (int i = 0; i < 130; i++) {
            aws.directory().account("%012d".formatted(i), "Team " + i);
            aws.directory().role("%012d".formatted(i), "auditor");
        }
        aws.directory()
                .role(ACCOUNT, "reader", () -> IssuedKeys.of(KEY, Instant.now().plusSeconds(3600)))
                .account(ACCOUNT, "Pipelines");
    }

    @Override
    protected void prepare(Path folder) throws IOException {
        home = folder;
        Path files = Files.createDirectories(home.resolve(".aws"));
        Files.writeString(
                files.resolve("config"),
                """
                [sso-session my-sso]
                sso_start_url = https://example.com/start
                sso_region = eu-central-1

                [profile whole]
                sso_session = my-sso
                sso_account_id = 111122223333
                sso_role_name = reader
                region = us-east-1
                endpoint_url = %1$s

                [profile open]
                sso_session = my-sso
                region = us-east-1
                endpoint_url = %1$s
                """
                        .formatted(server.endpoint()));
    }

    @Override
    protected Map<String, String> environment() {
        try {
            browser = Files.createTempFile("browser", ".sh");
            Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        String endpoint = aws.endpoint().toString();
        return Map.of(
                "AWS_ENDPOINT_URL_SSO", endpoint,
                "AWS_ENDPOINT_URL_SSO_OIDC", endpoint,
                "BROWSER", browser.toString());
    }

    /** A browser in which the operator agrees at once. */
    private void browserWorks() throws IOException {
        Files.writeString(browser, "#!/bin/sh\nexec curl -fsSL --max-time 20 \"$1\" >/dev/null\n");
    }

    /** One that shows the page and nobody does anything. */
    private void browserWaits() throws IOException {
        Files.writeString(browser, "#!/bin/sh\nexit 0\n");
    }

    private void noBrowser() throws IOException {
        // what xdg-open finds is not for tests to say, so it is a link to nowhere that fails
        Files.writeString(browser, "#!/bin/sh\nexit 3\n");
    }

    @BeforeEach
    void nobodyIsSignedIn() throws IOException {
        if (window.sheet().isShown()) {
            window.press(KeyCode.ESCAPE);
            window.sheet().gone();
        }
        aws.oidc().denied(false).tokenLife(Duration.ofHours(8)).refreshTokens(true);
        aws.revokeAll();
        Path cache = home.resolve(".aws/sso/cache");
        if (Files.exists(cache)) {
            try (var files = Files.list(cache)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        window.start().show();
    }

    @AfterAll
    void stop() throws IOException {
        human.close();
        aws.close();
        Files.deleteIfExists(browser);
    }

    private void listed() {
        // the first sign-in loads two clients, which takes seconds on a busy machine
        Fx.until(
                "the workspace is shown",
                Duration.ofSeconds(40),
                () -> window.isShown(".object-table"));
        window.browser().at(BUCKET, "").shows("hello.txt");
    }

    @Test
    void oneClickSignsInAndOpens() throws IOException {
        browserWorks();
        window.start().clickProfile("whole");
        listed();
        window.sheet().gone();
        assertThat(left()).isEqualTo("7 h 59 min left");
        assertThat(window.isShown("#sign-in-renew")).isFalse();
        picture("signed-in");
    }

    private static <T> void untilThat(Supplier<T> what, ThrowingConsumer<T> check) {
        await().atMost(Fx.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> check.accept(what.get()));
    }

    private String left() {
        window.node("#sign-in-left");
        return Fx.get(() -> window.part(MenuButton.class, "#sign-in-left").getText());
    }

    @Test
    void aCodeIsTheWayOut() throws IOException {
        browserWaits();
        window.start().clickProfile("whole");
        window.sheet().titled("Sign in to my-sso");
        window.node("#sign-in-text");
        untilThat(
                window.sheet()::action,
                text -> assertThat(text).isEqualTo("Open the browser again"));
        picture("browser");
        window.click("#sign-in-other-way");
        window.node("#sign-in-code");
        picture("code");
        String code = Fx.get(() -> window.part(Label.class, "#sign-in-code").getText());
        window.click("#sign-in-copy-code");
        assertThat(window.clipboard()).isEqualTo(code);
        assertThat(aws.decide(code, true)).isTrue();
        listed();
        window.sheet().gone();
    }

    @Test
    void withoutABrowserTheLinkIsThere() throws Exception {
        noBrowser();
        window.start().clickProfile("whole");
        if (!hasSystemBrowser()) {
            window.node("#sign-in-link");
            picture("link");
            window.click("#sheet-action");
            String link = window.clipboard();
            assertThat(link).startsWith(aws.endpoint() + "/authorize?");
            human.visit(java.net.URI.create(link));
            listed();
        }
    }

    /** xdg-open may find one on a developer's machine. */
    private static boolean hasSystemBrowser() throws Exception {
        Process found =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                "command -v xdg-open >/dev/null && test -n \"$DISPLAY\"")
                        .start();
        return found.waitFor() == 0;
    }

    @Test
    void aRefusalIsSaidAndCanBeTriedAgain() throws IOException {
        browserWorks();
        aws.oidc().denied(true);
        window.start().clickProfile("whole");
        untilThat(
                window.sheet()::text,
                text -> assertThat(text).contains("The sign-in was refused in the browser."));
        picture("denied");
        aws.oidc().denied(false);
        window.click("#sheet-action");
        listed();
    }

    @Test
    void cancellingEndsItAndThePageSaysWhatIsMissing() throws IOException {
        browserWaits();
        window.start().clickProfile("whole");
        window.node("#sign-in-text");
        window.sheet().cancel();
        untilThat(
                window.start()::failure,
                text -> assertThat(text).contains("The sign-in has run out."));
        // the port that waited for the browser is closed with it
        assertThat(SsoCache.ofHome(home).token(session())).isEmpty();
    }

    private static SsoSession session() {
        return new SsoSession("my-sso", "https://example.com/start", "eu-central-1", List.of());
    }

    @Test
    void aSignInByAnotherProgramIsSeen() throws IOException {
        browserWorks();
        window.start().clickProfile("whole");
        listed();
        SsoToken theirs = SsoCache.ofHome(home).token(session()).orElseThrow();
        Files.delete(cacheFile());
        browserWaits();
        window.start().show().clickProfile("whole");
        window.node("#sign-in-text");
        untilThat(
                () -> window.start().row("whole"), text -> assertThat(text).contains("Signed out"));
        // of a sign-in of their own: what comes back as it was is no change
        SsoCache.ofHome(home).keep(session(), shorter(theirs));
        Fx.until("the sheet sees it", () -> !window.sheet().isShown());
        listed();
    }

    private static SsoToken shorter(SsoToken token) {
        return new SsoToken(
                token.startUrl(),
                token.region(),
                token.accessToken(),
                token.expiresAt().minusSeconds(60),
                token.refreshToken(),
                token.client());
    }

    private Path cacheFile() {
        return home.resolve(".aws/sso/cache/0ad374308c5a4e22f723adf10145eafad7c4031c.json");
    }

    @Test
    void accountAndRoleArePickedWhereTheProfileNamesNone() throws IOException {
        browserWorks();
        window.start().clickProfile("open");
        Fx.until("the accounts are there", () -> accounts().getItems().size() == 131);
        picture("accounts");
        Fx.run(() -> window.part(TextField.class, "#sign-in-search").setText("pipe"));
        Fx.until("one is left", () -> accounts().getItems().size() == 1);
        Fx.run(() -> accounts().getSelectionModel().selectFirst());
        Fx.until("its roles are there", () -> roles().getItems().contains("reader"));
        picture("roles");
        Fx.run(() -> {
            roles().requestFocus();
            roles().getSelectionModel().selectFirst();
        });
        window.press(KeyCode.ENTER);
        listed();
        assertThat(Fx.get(() -> window.models().main().openProperty().get().connection().signIn()))
                .isEqualTo(new SignIn.SingleSignOn(session(), ACCOUNT, "reader"));
        assertThat(left()).endsWith("left");
    }

    @SuppressWarnings("unchecked")
    private ListView<SsoAccount> accounts() {
        ListView<SsoAccount> none = new ListView<>();
        var found = (ListView<SsoAccount>) window.scene().lookup("#sign-in-accounts");
        return found == null ? none : found;
    }

    @SuppressWarnings("unchecked")
    private ListView<String> roles() {
        return (ListView<String>) window.scene().lookup("#sign-in-roles");
    }

    @Test
    void renewingIsOfferedBeforeTheEnd() throws IOException {
        browserWorks();
        aws.oidc().tokenLife(Duration.ofMinutes(14)).refreshTokens(false);
        window.start().clickProfile("whole");
        listed();
        assertThat(left()).isEqualTo("13 min left");
        picture("renew");
        aws.oidc().tokenLife(Duration.ofHours(8));
        window.click("#sign-in-renew");
        untilThat(this::left, text -> assertThat(text).isEqualTo("7 h 59 min left"));
        assertThat(window.isShown("#sign-in-renew")).isFalse();
    }

    @Test
    void signingOutIsAskedAboutAndSaid() throws IOException {
        browserWorks();
        window.start().clickProfile("whole");
        listed();
        left();
        Fx.run(() ->
                window.part(MenuButton.class, "#sign-in-left").getItems().stream()
                        .filter(item -> item.getText().startsWith("Sign out"))
                        .findFirst()
                        .orElseThrow()
                        .fire());
        assertThat(window.sheet().title()).isEqualTo("Sign out of my-sso?");
        assertThat(window.sheet().text()).contains("AWS CLI", "work until they end");
        picture("sign-out");
        window.sheet().agree();
        assertThat(window.toasts().await("Signed out")).isEqualTo("Signed out of my-sso.");
        untilThat(this::left, text -> assertThat(text).isEqualTo("Signed out"));
        assertThat(Files.exists(cacheFile())).isFalse();
        assertThat(window.isShown("#sign-in-renew")).as("to sign in again").isTrue();
    }

    @Test
    void aRefreshTokenRenewsWithoutAWord() throws IOException {
        browserWorks();
        aws.oidc().nextTokenLife(Duration.ofMinutes(14));
        window.start().clickProfile("whole");
        listed();
        untilThat(this::left, text -> assertThat(text).isEqualTo("7 h 59 min left"));
        assertThat(window.sheet().isShown()).isFalse();
    }

    /** For whoever looks at them; written where {@code OUTTURN_PICTURES} says. */
    private void picture(String name) {
        String folder = System.getenv("OUTTURN_PICTURES");
        if (folder != null) {
            Fx.pulse(window.scene());
            window.picture(Path.of(folder, name + ".png"));
            Stage stage = (Stage) window.scene().getWindow();
            Fx.run(() -> {
                stage.setWidth(900);
                stage.setHeight(560);
                Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
            });
            Fx.pulse(window.scene());
            Fx.pulse(window.scene());
            window.picture(Path.of(folder, name + "-dark-small.png"));
            Fx.run(() -> {
                stage.setWidth(1280);
                stage.setHeight(800);
                Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            });
            Fx.pulse(window.scene());
        }
    }
}
