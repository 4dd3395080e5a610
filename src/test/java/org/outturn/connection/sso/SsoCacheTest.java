package org.outturn.connection.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.connection.SsoSession;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;

class SsoCacheTest {
    private static final SsoSession SESSION =
            new SsoSession("my-sso", "https://example.com/start", "eu-central-1", List.of());
    private static final Instant END = Instant.parse("2026-11-21T17:05:09Z");
    private static final SsoToken TOKEN =
            new SsoToken(
                    "https://example.com/start",
                    "eu-central-1",
                    "the-access-token",
                    END,
                    "the-refresh-token",
                    Optional.of(
                            new ClientRegistration(
                                    "the-client",
                                    "the-client-secret",
                                    END.plus(Duration.ofDays(80)),
                                    List.of(),
                                    List.of())));

    private final CacheText text = new CacheText();

    @TempDir Path home;

    @Test
    void writesWhatTheCliWrites() throws IOException {
        SsoCache cache = SsoCache.ofHome(home);
        cache.keep(SESSION, TOKEN);
        Path file = home.resolve(".aws/sso/cache/0ad374308c5a4e22f723adf10145eafad7c4031c.json");
        assertThat(Files.readString(file))
                .isEqualTo(
                        """
                        {"startUrl":"https://example.com/start","region":"eu-central-1",\
                        "accessToken":"the-access-token","expiresAt":"2026-11-21T17:05:09Z",\
                        "clientId":"the-client","clientSecret":"the-client-secret",\
                        "registrationExpiresAt":"2027-02-09T17:05:09Z",\
                        "refreshToken":"the-refresh-token"}\
                        """);
        assertThat(cache.token(SESSION)).contains(TOKEN);
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        SsoCache cache = SsoCache.ofHome(home);
        cache.keep(SESSION, TOKEN);
        cache.keep(SESSION, TOKEN);
        cache.keep(SESSION, TOKEN.client().orElseThrow());
        try (Stream<Path> files = Files.list(cache.folder())) {
            assertThat(files.toList())
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
        }
        assertThat(permissions(cache.folder())).isEqualTo("rwx------");
        assertThat(permissions(home.resolve(".aws"))).isEqualTo("rwx------");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void aFileOpenToOthersIsReplacedByOneThatIsNot() throws IOException {
        SsoCache cache = SsoCache.ofHome(home);
        Files.createDirectories(cache.folder());
        Path file = cache.folder().resolve(CacheNames.token(SESSION));
        Files.writeString(file, "{}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        cache.keep(SESSION, TOKEN);
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        Path file = Files.writeString(home.resolve("taken"), "");
        SsoCache cache = new SsoCache(file.resolve("cache"));
        assertThatThrownBy(() -> cache.keep(SESSION, TOKEN))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> {
                            assertThat(e.failure()).isInstanceOf(Failure.LocalFile.class);
                            assertThat(e.toString()).doesNotContain("the-access-token");
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"accessToken\":\"x\"}",
                "{\"accessToken\":\"\",\"expiresAt\":\"2026-11-21T17:05:09Z\"}",
                "{\"accessToken\":17,\"expiresAt\":\"2026-11-21T17:05:09Z\"}",
                "{\"accessToken\":\"x\",\"expiresAt\":\"soon\"}",
                "{\"accessToken\":\"x\",\"expiresAt\":1795280709}"
            })
    void whatMakesNoSenseIsAsGoodAsNothing(String content) throws IOException {
        SsoCache cache = SsoCache.ofHome(home);
        Files.createDirectories(cache.folder());
        Files.writeString(cache.folder().resolve(CacheNames.token(SESSION)), content);
        assertThat(cache.token(SESSION)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T17:05:09Z",
                "2026-11-21T17:05:09UTC",
                "2026-11-21T18:05:09+01:00",
                "2026-11-21T17:05:09.000Z"
            })
    void takesTheTimesOfAllTools(String time) {
        String json =
                "{\"accessToken\":\"x\",\"somethingNew\":{\"a\":[1]},\"expiresAt\":\"%s\"}"
                        .formatted(time);
        assertThat(text.token(json.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .hasValueSatisfying(token -> assertThat(token.expiresAt()).isEqualTo(END));
    }

    @Property(tries = 200)
    void whatWasWrittenIsReadBack(@ForAll("tokens") SsoToken token) {
        byte[] written = text.write(token).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text.token(written)).contains(token);
    }

    @Provide
    Arbitrary<SsoToken> tokens() {
        Arbitrary<String> words = Arbitraries.strings().ofMinLength(1).map(text -> "x" + text);
        Arbitrary<Instant> times =
                Arbitraries.longs().between(0, 4_000_000_000L).map(Instant::ofEpochSecond);
        Arbitrary<Optional<ClientRegistration>> clients =
                Combinators.combine(words, words, times)
                        .as((id, secret, end) ->
                                new ClientRegistration(id, secret, end, List.of(), List.of()))
                        .optional();
        return Combinators.combine(words, words, words, times, words, clients).as(SsoToken::new);
    }

    @Test
    void aRegistrationSaysWhatItIsFor() {
        SsoCache cache = SsoCache.ofHome(home);
        var browser =
                new ClientRegistration(
                        "id",
                        "a-secret",
                        END,
                        List.of("sso:account:access"),
                        List.of("authorization_code", "refresh_token"));
        cache.keep(SESSION, browser);
        assertThat(cache.registration(SESSION)).contains(browser);
        assertThat(browser.forAuthorizationCode()).isTrue();
        assertThat(browser.isGood(END.minus(Duration.ofMinutes(16)))).isTrue();
        assertThat(browser.isGood(END.minus(Duration.ofMinutes(14)))).isFalse();
    }

    @Test
    void timeLeftEndsAtZero() {
        assertThat(TOKEN.left(END.minusSeconds(90))).isEqualTo(Duration.ofSeconds(90));
        assertThat(TOKEN.left(END.plusSeconds(90))).isEqualTo(Duration.ZERO);
        assertThat(SsoStatus.NOBODY.left(END)).isEqualTo(Duration.ZERO);
        assertThat(new SsoStatus(END, true).endsSoon(END.minus(Duration.ofMinutes(15)))).isTrue();
        assertThat(new SsoStatus(END, true).endsSoon(END.minus(Duration.ofMinutes(16)))).isFalse();
    }

    @Test
    void nothingSecretPrints() {
        assertThat(TOKEN + " " + TOKEN.client())
                .doesNotContain("the-access-token", "the-refresh-token", "the-client-secret");
    }
}
