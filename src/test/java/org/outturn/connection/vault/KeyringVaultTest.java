package org.outturn.connection.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * With a real Secret Service, the keyring of GNOME, on a bus of its own and in a home of its own.
 * Needs Debian's {@code gnome-keyring} and {@code dbus-daemon}.
 */
@EnabledIf("isThere")
class KeyringVaultTest {
    private static final String UNLOCKED =
            "printf password | gnome-keyring-daemon --unlock --components=secrets >/dev/null && ";
    private static final String LOCKED =
            "gnome-keyring-daemon --daemonize --components=secrets >/dev/null </dev/null && ";

    @TempDir Path temp;
    private Path home;
    private String output = "";

    static boolean isThere() {
        return Stream.of("dbus-run-session", "gnome-keyring-daemon")
                .allMatch(tool -> Files.isExecutable(Path.of("/usr/bin", tool)));
    }

    @BeforeEach
    void makeHome() throws IOException {
        home = Files.createDirectories(temp.resolve("home"));
        Files.createDirectories(home.resolve(".local/share"));
        Files.createDirectories(home.resolve("run"));
    }

    @Test
    void keepsReplacesAndForgetsKeys() throws Exception {
        List<String> said =
                inSession(
                        UNLOCKED,
                        "read",
                        "store",
                        "read",
                        "storeLong",
                        "read",
                        "store",
                        "read",
                        "remove",
                        "read",
                        "remove");

        assertThat(said)
                .containsExactly(
                        "none", "done", "one", "done", "long", "done", "one", "done", "none",
                        "done");
        assertThat(output).doesNotContain("marked-");
        assertThat(plainSecrets()).as("files with a secret in them").isEmpty();
    }

    @Test
    void keysLastLongerThanTheProgram() throws Exception {
        assertThat(inSession(UNLOCKED, "storeLong")).containsExactly("done");

        assertThat(inSession(UNLOCKED, "read")).containsExactly("long");
        assertThat(plainSecrets()).as("files with a secret in them").isEmpty();
    }

    @Test
    void aLockedKeyringIsSaidAndKeepsNothing() throws Exception {
        assertThat(inSession(UNLOCKED, "store")).containsExactly("done");

        assertThat(inSession(LOCKED, "read", "storeLong"))
                .containsExactly("keyringLocked", "keyringLocked");

        assertThat(inSession(UNLOCKED, "read")).containsExactly("one");
        assertThat(plainSecrets()).as("files with a secret in them").isEmpty();
    }

    @Test
    void aSessionWithoutAKeyringIsSaid() throws Exception {
        Path bus =
                Files.writeString(
                        temp.resolve("bus.conf"),
                        """
                        <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
                         "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
                        <busconfig>
                          <type>session</type>
                          <listen>unix:tmpdir=/tmp</listen>
                          <policy context="default">
                            <allow send_destination="*" eavesdrop="true"/>
                            <allow eavesdrop="true"/>
                            <allow own="*"/>
                          </policy>
                        </busconfig>
                        """);

        var line = new ArrayList<>(List.of("dbus-run-session", "--config-file=" + bus, "--"));
        line.addAll(child("read", "store"));

        assertThat(run(line)).containsExactly("keyringMissing", "keyringMissing");
    }

    @Test
    void aMachineWithoutABusIsSaid() throws Exception {
        assertThat(run(child("read", "store", "remove")))
                .containsExactly("keyringMissing", "keyringMissing", "keyringMissing");
        assertThat(plainSecrets()).as("files with a secret in them").isEmpty();
    }

    private List<String> inSession(String before, String... tasks) throws Exception {
        var line = new ArrayList<>(List.of("dbus-run-session", "--", "sh", "-c"));
        line.add(before + "\"$@\"");
        line.add("sh");
        line.addAll(child(tasks));
        return run(line);
    }

    /** With no other modules of the JDK than the package brings along. */
    private static String packagedModules() throws IOException {
        return Pattern.compile("<addModule>(j[^<]*)</addModule>")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.startsWith("javafx"))
                .collect(Collectors.joining(","));
    }

    private List<String> child(String... tasks) throws IOException {
        var line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "--limit-modules",
                                packagedModules(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                KeyringChild.class.getName(),
                                temp.resolve("said").toString()));
        line.addAll(List.of(tasks));
        return line;
    }

    private List<String> run(List<String> line) throws Exception {
        Path said = temp.resolve("said");
        Files.deleteIfExists(said);
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.directory(temp.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(
                        Map.of(
                                "PATH",
                                "/usr/bin:/bin",
                                "HOME",
                                home.toString(),
                                "XDG_RUNTIME_DIR",
                                home.resolve("run").toString(),
                                "LC_ALL",
                                "C.UTF-8"));
        Path log = temp.resolve("output");
        builder.redirectOutput(log.toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ends").isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        output = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(said).as(output).exists();
        return Files.readAllLines(said);
    }

    private List<Path> plainSecrets() throws IOException {
        try (Stream<Path> files = Files.walk(temp)) {
            return files.filter(Files::isRegularFile).filter(KeyringVaultTest::hasSecret).toList();
        }
    }

    private static boolean hasSecret(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains("marked-");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
