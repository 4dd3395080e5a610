package org.outturn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On a system made of files in a temporary folder. */
class StartupCheckTest {
    private static final byte[] ELF_64 = {0x7f, 'E', 'L', 'F', 2};
    private static final byte[] ELF_32 = {0x7f, 'E', 'L', 'F', 1};

    @TempDir Path root;

    @BeforeEach
    void installEverything() throws IOException {
        for (SystemLibrary library : SystemLibrary.values()) {
            install(library, ELF_64);
        }
        write("etc/ld.so.cache", cache(SystemLibrary.values()));
        write("usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", new byte[] {0});
    }

    @Test
    void everythingThere() throws IOException {
        try (ServerSocketChannel x = listenAt("tmp/.X11-unix/X3")) {
            assertThat(x.isOpen()).isTrue();
            assertThat(check(Map.of("DISPLAY", ":3")).obstacle()).isEmpty();
            assertThat(check(Map.of("DISPLAY", ":3.0")).obstacle()).isEmpty();
            assertThat(check(Map.of("DISPLAY", "unix:3")).obstacle()).isEmpty();
        }
    }

    @Test
    void noDisplayPointsToTheTour() {
        assertThat(check(Map.of()).obstacle().orElseThrow())
                .contains("there is no display (DISPLAY is not set)")
                .contains("mvn -Ptour verify")
                .doesNotContain("apt-get");
    }

    @Test
    void waylandWithoutXwayland() {
        assertThat(check(Map.of("WAYLAND_DISPLAY", "wayland-0")).obstacle().orElseThrow())
                .contains("Xwayland");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":4",
                "unix:4",
                "nonsense",
                ":",
                ":99999",
                "/nowhere/socket",
                "no.host.invalid:1"
            })
    void nobodyAnswers(String display) {
        assertThat(check(Map.of("DISPLAY", display)).obstacle().orElseThrow())
                .contains("no display answers at DISPLAY=" + display);
    }

    @Test
    void anAbstractSocketCounts() throws IOException {
        write(
                "proc/net/unix",
                "Num RefCount Protocol\n0: 00000002 00000000 00010000 0001 01 17 @/tmp/.X11-unix/X5\n"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(check(Map.of("DISPLAY", ":5")).obstacle()).isEmpty();
        assertThat(check(Map.of("DISPLAY", ":55")).obstacle()).isPresent();
    }

    @Test
    void aForwardedDisplayCounts() throws IOException {
        try (ServerSocket tcp = new ServerSocket(0)) {
            int number = tcp.getLocalPort() - 6000;
            assertThat(check(Map.of("DISPLAY", "localhost:" + number + ".0")).obstacle()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GTK", "XTST", "PANGO", "FONTCONFIG", "FREETYPE"})
    void aMissingLibraryIsNamedWithItsPackages(SystemLibrary library) throws IOException {
        Files.delete(fileOf(library));
        assertThat(check(Map.of()).obstacle().orElseThrow())
                .contains("lacks " + library.soname() + ".")
                .contains("sudo apt-get install " + library.debian() + "\n")
                .contains("sudo dnf install " + library.fedora() + "\n");
    }

    @Test
    void aLibraryThatOnlyMakesItFasterIsNotDemanded() throws IOException {
        Files.delete(fileOf(SystemLibrary.GL));
        assertThat(check(Map.of()).obstacle().orElseThrow()).doesNotContain("lacks");
        Files.delete(fileOf(SystemLibrary.GTK));
        assertThat(check(Map.of()).obstacle().orElseThrow())
                .contains("lacks libgtk-3.so.0.")
                .contains("apt-get install libgtk-3-0 libgl1");
    }

    @Test
    void aLibraryForAnotherWordSizeIsNoUse() throws IOException {
        install(SystemLibrary.GTK, ELF_32);
        assertThat(check(Map.of()).obstacle().orElseThrow()).contains("lacks libgtk-3.so.0.");
    }

    @Test
    void ownLibraryFoldersCount() throws IOException {
        Files.delete(fileOf(SystemLibrary.GTK));
        write("opt/own/libgtk-3.so.0", ELF_64);
        assertThat(check(Map.of("LD_LIBRARY_PATH", ":/opt/own")).obstacle().orElseThrow())
                .doesNotContain("lacks");
    }

    @Test
    void withoutALinkerCacheNothingIsCalledMissing() throws IOException {
        Files.delete(root.resolve("etc/ld.so.cache"));
        Files.delete(fileOf(SystemLibrary.GTK));
        assertThat(check(Map.of()).obstacle().orElseThrow()).doesNotContain("lacks");
    }

    @Test
    void noFont() throws IOException {
        Path font = root.resolve("usr/share/fonts/truetype/dejavu/DejaVuSans.ttf");
        Files.move(font, font.resolveSibling("README"));
        assertThat(check(Map.of("HOME", "/home/operator")).obstacle().orElseThrow())
                .contains("lacks any font.")
                .contains("fonts-dejavu-core");
        write("home/operator/.local/share/fonts/Own.OTF", new byte[] {0});
        assertThat(check(Map.of("HOME", "/home/operator")).obstacle().orElseThrow())
                .doesNotContain("lacks");
    }

    @Test
    void drawingIntoMemoryNeedsNeitherDisplayNorGtkButFonts() throws IOException {
        Files.delete(fileOf(SystemLibrary.GTK));
        StartupCheck headless = new StartupCheck("Linux", true, root, Map.of());
        assertThat(headless.obstacle()).isEmpty();
        Files.delete(fileOf(SystemLibrary.PANGO));
        assertThat(headless.obstacle().orElseThrow())
                .contains("lacks libpangoft2-1.0.so.0.")
                .doesNotContain("DISPLAY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Windows 11", "Mac OS X"})
    void otherSystemsBringTheirOwn(String osName) {
        assertThat(new StartupCheck(osName, false, root.resolve("empty"), Map.of()).obstacle())
                .isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theRealLinkerCacheIsUnderstood() {
        LibraryFinder finder = new LibraryFinder(Path.of("/"), Map.of());
        assertThat(finder.has("libc.so.6")).isTrue();
        if (Files.isReadable(Path.of("/etc/ld.so.cache"))) {
            assertThat(finder.has("libnobody-has-this.so.7")).isFalse();
        }
    }

    @Test
    void theConsoleEndsTheLine() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Console(bytes, StandardCharsets.UTF_8).say("no display – sorry\n");
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("no display – sorry" + System.lineSeparator());
    }

    private StartupCheck check(Map<String, String> environment) {
        return new StartupCheck("Linux", false, root, environment);
    }

    private Path fileOf(SystemLibrary library) {
        return root.resolve("opt/libraries").resolve(library.soname());
    }

    private void install(SystemLibrary library, byte[] head) throws IOException {
        write("opt/libraries/" + library.soname(), head);
    }

    /** The end of a linker cache: names and full paths, each ended by a zero byte. */
    private static byte[] cache(SystemLibrary... libraries) {
        return Stream.of(libraries)
                .map(library -> library.soname() + "\0/opt/libraries/" + library.soname() + "\0")
                .collect(Collectors.joining("", "glibc-ld.so.cache1.1\u0007\u0000\u0001", ""))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private void write(String path, byte[] content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private ServerSocketChannel listenAt(String path) throws IOException {
        Path socket = root.resolve(path);
        Files.createDirectories(socket.getParent());
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(socket));
    }
}
