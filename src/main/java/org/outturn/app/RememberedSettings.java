package org.outturn.app;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.outturn.settings.FollowPreferences;
import org.outturn.settings.RecordAddresses;
import org.outturn.settings.Settings;
import org.outturn.settings.SettingsStore;
import org.outturn.settings.SpeedLimits;
import org.outturn.settings.Theme;
import org.outturn.settings.UploadPreferences;
import org.outturn.settings.WindowBounds;
import org.outturn.ui.common.ThemeSwitcher;
import org.outturn.ui.connection.StartMemory;
import org.outturn.ui.main.Remembered;
import org.outturn.ui.records.RecordMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the settings of the JavaFX thread and writes them, one after the other, away from it. */
final class RememberedSettings implements Remembered, RecordMemory, StartMemory, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RememberedSettings.class);

    private final SettingsStore store;
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("write settings").factory());
    private final Map<String, String> firstBuckets;
    private Settings settings;

    /**
     * @param firstBuckets which bucket of a connection to show when it was not the last one used
     */
    RememberedSettings(SettingsStore store, Settings settings, Map<String, String> firstBuckets) {
        this.firstBuckets = Map.copyOf(firstBuckets);
        this.store = store;
        this.settings = settings;
    }

    Settings settings() {
        return settings;
    }

    @Override
    public Optional<String> connectionToOpen() {
        return settings.openLast()
                ? Optional.ofNullable(settings.lastConnection())
                : Optional.empty();
    }

    @Override
    public boolean opensLast() {
        return settings.openLast();
    }

    @Override
    public void opensLast(boolean wanted) {
        keep(settings.withOpenLast(wanted));
    }

    @Override
    public Optional<String> lastBucket(String connection) {
        return connection.equals(settings.lastConnection())
                ? Optional.ofNullable(settings.lastBucket())
                : Optional.ofNullable(firstBuckets.get(connection));
    }

    @Override
    public void bucketShown(String connection, String bucket) {
        keep(settings.withLast(connection, bucket));
    }

    @Override
    public void themeChosen(ThemeSwitcher.Choice choice) {
        keep(settings.withTheme(Theme.valueOf(choice.name())));
    }

    void uploadsStored(String connection, UploadPreferences how) {
        keep(settings.withUploads(connection, how));
    }

    void speedLimited(SpeedLimits limits) {
        keep(settings.withSpeed(limits));
    }

    void followed(FollowPreferences how) {
        keep(settings.withFollow(how));
    }

    @Override
    public RecordAddresses addresses(String connection) {
        return settings.records().getOrDefault(connection, RecordAddresses.NONE);
    }

    @Override
    public void keep(String connection, RecordAddresses addresses) {
        keep(settings.withRecords(connection, addresses));
    }

    void windowAt(WindowBounds bounds) {
        keep(settings.withWindow(bounds));
    }

    private void keep(Settings changed) {
        if (changed.equals(settings) || writer.isShutdown()) {
            return;
        }
        settings = changed;
        writer.execute(() -> {
            try {
                store.save(changed);
            } catch (IOException e) {
                LOG.warn("the settings could not be written", e);
            }
        });
    }

    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("the settings were not written in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
