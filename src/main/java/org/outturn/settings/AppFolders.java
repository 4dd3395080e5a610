package org.outturn.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The folders that each platform gives a program for its own files. None of them need exist.
 *
 * <ul>
 *   <li>Linux: XDG Base Directory Specification 0.8; a variable that is empty or not absolute
 *       counts as not set.
 *   <li>macOS: File System Programming Guide, "The Library Directory Stores App-Specific Files".
 *   <li>Windows: Known Folders, {@code FOLDERID_RoamingAppData} and {@code FOLDERID_LocalAppData},
 *       as the variables {@code APPDATA} and {@code LOCALAPPDATA} name them.
 * </ul>
 *
 * @param config what the operator chose; worth a backup
 * @param cache what can be made or fetched again; may be emptied at any time
 * @param state what must survive a restart and belongs to this machine
 * @param logs the log files
 */
public record AppFolders(Path config, Path cache, Path state, Path logs) {
    private static final String UNIX_NAME = "outturn";
    private static final String NAME = "Outturn";

    /** Of the user who runs this process. */
    public static AppFolders ofThisMachine() {
        return of(
                System.getProperty("os.name", ""),
                System.getenv(),
                Path.of(System.getProperty("user.home", "")));
    }

    /**
     * @param osName the name of the system, as in the property {@code os.name}
     * @param environment the environment of the process
     * @param home the user's home folder, where the environment's {@code HOME} does not say
     *     another; Windows has no such variable
     */
    public static AppFolders of(String osName, Map<String, String> environment, Path home) {
        String system = osName.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return windows(environment, home);
        }
        Path ownHome = folder(environment, "HOME", home);
        return system.startsWith("mac") ? mac(ownHome) : xdg(environment, ownHome);
    }

    private static AppFolders xdg(Map<String, String> environment, Path home) {
        Path state = folder(environment, "XDG_STATE_HOME", home.resolve(".local/state"));
        return new AppFolders(
                folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve(UNIX_NAME),
                folder(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve(UNIX_NAME),
                state.resolve(UNIX_NAME),
                state.resolve(UNIX_NAME).resolve("logs"));
    }

    private static AppFolders mac(Path home) {
        Path library = home.resolve("Library");
        Path support = library.resolve("Application Support").resolve(NAME);
        return new AppFolders(
                support,
                library.resolve("Caches").resolve(NAME),
                support.resolve("State"),
                library.resolve("Logs").resolve(NAME));
    }

    private static AppFolders windows(Map<String, String> environment, Path home) {
        Path roaming = folder(environment, "APPDATA", home.resolve("AppData").resolve("Roaming"));
        Path local =
                folder(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"))
                        .resolve(NAME);
        return new AppFolders(
                roaming.resolve(NAME),
                local.resolve("Cache"),
                local.resolve("State"),
                local.resolve("Logs"));
    }

    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .flatMap(AppFolders::parse)
                .filter(Path::isAbsolute)
                .orElse(otherwise);
    }

    private static Optional<Path> parse(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException unusable) {
            return Optional.empty();
        }
    }
}
