package org.outturn.app;

import java.io.IOException;
import org.outturn.settings.AppFolders;
import org.outturn.settings.LoadedSettings;
import org.outturn.settings.Settings;
import org.outturn.settings.SettingsStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings as they are at the start; what is wrong with them never keeps the program away. */
final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private final SettingsStore store;

    SettingsFile(AppFolders folders) {
        store = new SettingsStore(folders.config().resolve("settings.json"));
    }

    SettingsStore store() {
        return store;
    }

    /** A few hundred bytes, read before there is a window: its size and theme depend on them. */
    Settings read() {
        try {
            LoadedSettings loaded = store.load();
            loaded.damaged()
                    .ifPresent(
                            file -> LOG.warn("the settings were damaged and are kept as {}", file));
            return loaded.settings();
        } catch (IOException e) {
            LOG.warn("the settings could not be read", e);
            return Settings.defaults();
        }
    }
}
