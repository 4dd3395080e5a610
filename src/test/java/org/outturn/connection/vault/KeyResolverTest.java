package org.outturn.connection.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Addressing;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.Identity;
import org.outturn.connection.SignIn;
import org.outturn.connection.dotenv.EnvFiles;
import org.outturn.failure.FailureException;
import org.outturn.failure.SignInFailure;

/** Keys are fetched right before they are needed, and hidden first. */
class KeyResolverTest {
    private static final Credentials KEYS = new Credentials("KEY", "the-secret", "the-token");

    private final MemoryVault vault = new MemoryVault();
    private final SessionKeys typed = new SessionKeys();
    private final List<String> hidden = new ArrayList<>();
    private final KeyResolver resolver =
            new KeyResolver(
                    _ -> {
                        throw new AssertionError("not opened here");
                    },
                    vault,
                    typed,
                    new EnvFiles(Map.of()),
                    hidden::add);

    @Test
    void keysOfTheKeyring() {
        vault.store("entry", KEYS);

        Connection resolved = resolver.resolved(saved("entry"));

        assertThat(resolved.signIn()).isEqualTo(new SignIn.Keys(KEYS));
        assertThat(hidden).containsExactly("the-secret", "the-token");
    }

    @Test
    void keysThatWereTypedGoFirst() {
        var newer = new Credentials("KEY", "newer", "");
        vault.store("entry", KEYS);
        typed.hold(saved("").identity(), newer);

        assertThat(resolver.resolved(saved("entry")).signIn()).isEqualTo(new SignIn.Keys(newer));
    }

    @Test
    void withoutAKeyringTypedKeysAreEnough() {
        vault.missing(true);
        typed.hold(saved("").identity(), KEYS);

        assertThat(resolver.resolved(saved("")).signIn()).isEqualTo(new SignIn.Keys(KEYS));
    }

    @Test
    void missingKeysAreSaid() {
        for (String entry : List.of("", "nowhere")) {
            assertThatThrownBy(() -> resolver.resolved(saved(entry)))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e ->
                                    assertThat(e.failure())
                                            .isInstanceOf(SignInFailure.KeysMissing.class));
        }
    }

    @Test
    void aMissingKeyringIsSaid() {
        vault.missing(true);

        assertThatThrownBy(() -> resolver.resolved(saved("entry")))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e ->
                                assertThat(e.failure())
                                        .isInstanceOf(SignInFailure.KeyringMissing.class));
    }

    @Test
    void keysOfAFileAreReadAnewEachTime(@TempDir Path folder) throws IOException {
        Path file = folder.resolve(".env");
        Connection connection = saved("").withSignIn(new SignIn.EnvFile(file, "S3_ACCESS_KEY"));
        Files.writeString(file, "S3_ACCESS_KEY=A\nS3_SECRET_KEY=secret-a\n");
        assertThat(resolver.resolved(connection).signIn())
                .isEqualTo(new SignIn.Keys(new Credentials("A", "secret-a", "")));

        Files.writeString(file, "S3_ACCESS_KEY=A\nS3_SECRET_KEY=secret-b\n");
        assertThat(resolver.resolved(connection).signIn())
                .isEqualTo(new SignIn.Keys(new Credentials("A", "secret-b", "")));
        assertThat(hidden).contains("secret-a", "secret-b");

        Files.writeString(file, "AWS_ACCESS_KEY_ID=A\nAWS_SECRET_ACCESS_KEY=secret-b\n");
        assertThatThrownBy(() -> resolver.resolved(connection))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e ->
                                assertThat(e.failure())
                                        .isInstanceOf(SignInFailure.EnvFileWithoutKeys.class));
    }

    @Test
    void othersGoThroughAsTheyAre() {
        Connection profile = saved("").withSignIn(new SignIn.Profile("dev"));

        assertThat(resolver.resolved(profile)).isSameAs(profile);
    }

    @Test
    void longKeysAreCutAndPutTogether() {
        var keys = new Credentials("KEY", "secret", "t".repeat(5000));

        List<String> texts = EntryText.texts(keys);

        assertThat(texts).hasSizeGreaterThan(4).allMatch(text -> text.length() <= 1210);
        assertThat(EntryText.more(texts.getFirst())).isEqualTo(texts.size() - 1);
        assertThat(EntryText.keys(texts)).contains(keys);
        assertThat(EntryText.keys(List.of("of another program"))).isEmpty();
        assertThat(EntryText.keys(List.of())).isEmpty();
        assertThat(EntryText.more("another")).isZero();
    }

    private static Connection saved(String entry) {
        return new Connection(
                        "saved",
                        Optional.empty(),
                        "us-east-1",
                        Addressing.AUTO,
                        new SignIn.SavedKeys("KEY", entry),
                        Optional.empty())
                .withIdentity(new Identity(Identity.Origin.SAVED, "1"));
    }
}
