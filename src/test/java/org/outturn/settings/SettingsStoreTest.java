package org.outturn.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {
    private static final InstantSource NOON =
            InstantSource.fixed(Instant.parse("2026-11-14T12:00:00.250Z"));

    @TempDir Path folder;
    private Path file;
    private SettingsStore store;

    @BeforeEach
    void inAFolderThatIsNotThereYet() {
        file = folder.resolve("config").resolve("outturn").resolve("settings.json");
        store = new SettingsStore(file, NOON);
    }

    @Test
    void theFirstStartHasDefaultsAndWritesNothing() throws IOException {
        assertThat(store.load().settings()).isEqualTo(Settings.defaults());
        assertThat(store.load().damaged()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    static Stream<Settings> examples() {
        return Stream.of(
                Settings.defaults(),
                Settings.defaults()
                        .withTheme(Theme.DARK)
                        .withWindow(new WindowBounds(-1920.5, 0, 1280, 800.25, true))
                        .withLast("Prüfung \"1\"\n☃", "scraper-outputs"),
                Settings.defaults()
                        .withFollow(
                                new FollowPreferences(
                                        true,
                                        60,
                                        Set.of("FAILURES"),
                                        30,
                                        Map.of("prod", Map.of("outputs", "agar/")))),
                Settings.defaults().withLast("only a connection", null),
                Settings.defaults().withOpenLast(false).withLast("saved:7f3a", "b"),
                Settings.defaults()
                        .withRecords(
                                "pipeline",
                                new RecordAddresses(
                                        "https://scraper.example.com",
                                        true,
                                        "db.example.com",
                                        "5433",
                                        "scraper",
                                        "reader",
                                        "CHECKED"))
                        .withRecords("other", RecordAddresses.NONE)
                        .withTheme(Theme.LIGHT));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsSavedIsLoaded(Settings settings) throws IOException {
        store.save(settings);
        assertThat(new SettingsStore(file).load().settings()).isEqualTo(settings);
        assertThat(namesBeside(file)).containsExactly("settings.json");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerMayRead() throws IOException {
        store.save(Settings.defaults());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void anOldFileSaysNothingOfTheStart() throws IOException {
        put("{\"theme\": \"DARK\", \"lastConnection\": \"prod\", \"lastBucket\": \"b\"}");

        assertThat(store.load())
                .isEqualTo(
                        new LoadedSettings(
                                Settings.defaults().withTheme(Theme.DARK).withLast("prod", "b"),
                                java.util.Optional.empty()));
        assertThat(store.load().settings().openLast()).isTrue();
    }

    @Test
    void fieldsOfOtherVersionsDoNotMatter() throws IOException {
        put("{\"theme\":\"LIGHT\",\"hologram\":{\"depth\":3}}");
        assertThat(store.load())
                .isEqualTo(
                        new LoadedSettings(
                                Settings.defaults().withTheme(Theme.LIGHT),
                                java.util.Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "null",
                "[]",
                "{\"theme\":",
                "{\"theme\":\"PURPLE\"}",
                "{} {}",
                "{\"window\":{\"x\":0,\"y\":0,\"width\":-1,\"height\":5,\"maximized\":false}}",
                "{\"window\":{\"x\":0,\"y\":0,\"width\":null,\"height\":5,\"maximized\":false}}",
                "\u0000\u0000\u0000\u0000"
            })
    void aDamagedFileIsSetAside(String content) throws IOException {
        put(content);
        LoadedSettings loaded = store.load();
        assertThat(loaded.settings()).isEqualTo(Settings.defaults());
        Path aside = file.resolveSibling("settings.json.damaged-20261114-120000-250");
        assertThat(loaded.damaged()).contains(aside);
        assertThat(aside).hasContent(content);
        assertThat(file).doesNotExist();
        assertThat(store.load().damaged()).isEmpty();
    }

    @Test
    void aFailedSaveLeavesTheOldFileAndNoOther() throws IOException {
        Files.createDirectories(file.resolve("a folder in the way"));
        assertThatThrownBy(() -> store.save(Settings.defaults())).isInstanceOf(IOException.class);
        assertThat(namesBeside(file)).containsExactly("settings.json");
    }

    @Test
    void savingFromManyThreadsLeavesOneWholeFile() throws IOException {
        IntStream.range(0, 64)
                .parallel()
                .forEach(i -> {
                    try {
                        store.save(Settings.defaults().withLast("c".repeat(i * 50), "b" + i));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
        LoadedSettings loaded = store.load();
        assertThat(loaded.damaged()).isEmpty();
        assertThat(loaded.settings().lastBucket()).startsWith("b");
        assertThat(namesBeside(file)).containsExactly("settings.json");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aWindowHasASize(double width) {
        assertThatThrownBy(() -> new WindowBounds(0, 0, width, 10, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void put(String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static List<String> namesBeside(Path file) throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
