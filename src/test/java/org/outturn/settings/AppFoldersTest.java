package org.outturn.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppFoldersTest {
    @TempDir Path home;

    @Test
    void linuxByDefault() {
        assertThat(AppFolders.of("Linux", Map.of(), home))
                .isEqualTo(
                        new AppFolders(
                                home.resolve(".config/outturn"),
                                home.resolve(".cache/outturn"),
                                home.resolve(".local/state/outturn"),
                                home.resolve(".local/state/outturn/logs")));
    }

    @Test
    void linuxAsTheVariablesSay() {
        Path elsewhere = home.resolve("elsewhere");
        AppFolders folders =
                AppFolders.of(
                        "Linux",
                        Map.of(
                                "XDG_CONFIG_HOME", elsewhere.resolve("c").toString(),
                                "XDG_CACHE_HOME", elsewhere.resolve("k").toString(),
                                "XDG_STATE_HOME", elsewhere.resolve("s").toString()),
                        home);
        assertThat(folders.config()).isEqualTo(elsewhere.resolve("c/outturn"));
        assertThat(folders.cache()).isEqualTo(elsewhere.resolve("k/outturn"));
        assertThat(folders.state()).isEqualTo(elsewhere.resolve("s/outturn"));
        assertThat(folders.logs()).isEqualTo(elsewhere.resolve("s/outturn/logs"));
    }

    @Test
    void emptyRelativeAndImpossibleVariablesDoNotCount() {
        AppFolders folders =
                AppFolders.of(
                        "Linux",
                        Map.of(
                                "XDG_CONFIG_HOME", "",
                                "XDG_CACHE_HOME", "relative/cache",
                                "XDG_STATE_HOME", "\0"),
                        home);
        assertThat(folders).isEqualTo(AppFolders.of("Linux", Map.of(), home));
    }

    @Test
    void theHomeOfTheEnvironmentComesFirst() {
        Path other = home.resolve("other");
        Map<String, String> environment = Map.of("HOME", other.toString());
        for (String system : new String[] {"Linux", "Mac OS X"}) {
            assertThat(AppFolders.of(system, environment, home))
                    .isEqualTo(AppFolders.of(system, Map.of(), other));
        }
    }

    @Test
    void mac() {
        AppFolders folders = AppFolders.of("Mac OS X", Map.of("XDG_CONFIG_HOME", "/x"), home);
        assertThat(folders.config()).isEqualTo(home.resolve("Library/Application Support/Outturn"));
        assertThat(folders.cache()).isEqualTo(home.resolve("Library/Caches/Outturn"));
        assertThat(folders.logs()).isEqualTo(home.resolve("Library/Logs/Outturn"));
        assertThat(folders.state()).isEqualTo(folders.config().resolve("State"));
    }

    @Test
    void windows() {
        Path roaming = home.resolve("R");
        Path local = home.resolve("L");
        AppFolders folders =
                AppFolders.of(
                        "Windows 11",
                        Map.of("APPDATA", roaming.toString(), "LOCALAPPDATA", local.toString()),
                        home);
        assertThat(folders.config()).isEqualTo(roaming.resolve("Outturn"));
        assertThat(folders.cache()).isEqualTo(local.resolve("Outturn/Cache"));
        assertThat(folders.state()).isEqualTo(local.resolve("Outturn/State"));
        assertThat(folders.logs()).isEqualTo(local.resolve("Outturn/Logs"));
        assertThat(AppFolders.of("Windows 11", Map.of(), home).config())
                .isEqualTo(home.resolve("AppData/Roaming/Outturn"));
    }
}
