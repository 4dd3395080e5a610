package org.outturn.connection.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Connection;
import org.outturn.connection.Found;

/** No text makes the reader fail, and no garbage hides a good profile. */
class ReaderPropertyTest {
    private static final String PIECES =
            "[]=:#;\"'\\ \t\n\r\u00a0\u0000äa1_profiledefaultsso-session";
    private static final String SECRET = "hushHushHush/hush+hush1234";

    @TempDir private Path home;

    @RepeatedTest(400)
    void goodProfilesSurviveAnything(RepetitionInfo run) throws IOException {
        var random = new Random(run.getCurrentRepetition());
        ProfileFiles files = ProfileFiles.of(Map.of(), home);
        Files.createDirectories(files.config().getParent());
        String config =
                good("[profile first]", "FIRST")
                        + garbage(random)
                        + "\n"
                        + good("[profile middle]", "MIDDLE")
                        + garbage(random)
                        + "\n"
                        + good("[profile last]", "LAST");
        Files.writeString(files.config(), config);
        Files.writeString(files.credentials(), garbage(random) + "\n" + good("[keys]", "KEYS"));

        Found found = new ProfileSource(files, Map.of()).find();

        assertThat(found.connections())
                .extracting(Connection::name)
                .contains("first", "middle", "last", "keys");
        ProfileBook book = ProfileBook.read(files);
        // garbage may say more of the section before it, but takes nothing from the ones behind it
        assertThat(book.profile("last").orElseThrow().value("aws_access_key_id"))
                .contains("AKIALAST");
        assertThat(book.toString() + found.troubles() + book.profiles() + book.sessions())
                .doesNotContain(SECRET);
    }

    @RepeatedTest(200)
    void anyBytesAreRead(RepetitionInfo run) throws IOException {
        var random = new Random(run.getCurrentRepetition());
        ProfileFiles files = ProfileFiles.of(Map.of(), home);
        Files.createDirectories(files.config().getParent());
        byte[] bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        Files.write(files.config(), bytes);
        Files.write(files.credentials(), bytes);

        Found found = new ProfileSource(files, Map.of()).find();

        assertThat(found.troubles()).allSatisfy(one -> assertThat(one.line()).isNotNegative());
    }

    @Test
    void aBrokenLineWithASecretIsNotRepeated() {
        IniReader.Read read =
                IniReader.read("[a]\n" + SECRET + "\n" + SECRET + "=\n" + SECRET + "=\n");

        assertThat(read.broken()).hasSize(2);
        assertThat(read.toString().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain(SECRET.substring(0, 10) + "=");
        assertThat(read.broken().toString()).doesNotContain(SECRET);
    }

    @Test
    void aHugeFileIsNamedAndNotRead() throws IOException {
        ProfileFiles files = ProfileFiles.of(Map.of(), home);
        Files.createDirectories(files.config().getParent());
        Files.write(files.config(), new byte[(int) FileText.LARGEST + 1]);
        Files.write(
                files.credentials(),
                "[a]\ncredential_process = x\n".getBytes(StandardCharsets.UTF_8));

        Found found = new ProfileSource(files, Map.of()).find();

        assertThat(found.connections()).extracting(Connection::name).containsExactly("a");
        assertThat(found.troubles())
                .singleElement()
                .satisfies(
                        one -> assertThat(one.messageKey()).isEqualTo("profiles.file.unreadable"));
    }

    /** Begins at the margin, so that it does not continue what is before it. */
    private static String good(String header, String id) {
        return header
                + "\naws_access_key_id = AKIA"
                + id
                + "\naws_secret_access_key = "
                + SECRET
                + "\n";
    }

    private static String garbage(Random random) {
        var text = new StringBuilder();
        int length = random.nextInt(120);
        for (int i = 0; i < length; i++) {
            text.append(PIECES.charAt(random.nextInt(PIECES.length())));
        }
        return text.toString();
    }
}
