package org.outturn.settings;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The settings as the file has them: every field may be absent. */
record StoredSettings(
        @Nullable Theme theme,
        @Nullable WindowBounds window,
        @Nullable String lastConnection,
        @Nullable String lastBucket,
        @Nullable Map<String, UploadPreferences> uploads,
        @Nullable SpeedLimits speed,
        @Nullable FollowPreferences follow,
        @Nullable Map<String, RecordAddresses> records,
        @Nullable Boolean openLast) {

    static StoredSettings of(Settings settings) {
        return new StoredSettings(
                settings.theme(),
                settings.window(),
                settings.lastConnection(),
                settings.lastBucket(),
                settings.uploads(),
                settings.speed(),
                settings.follow(),
                settings.records(),
                settings.openLast());
    }

    Settings toSettings() {
        return new Settings(
                Objects.requireNonNullElse(theme, Settings.defaults().theme()),
                window,
                lastConnection,
                lastBucket,
                Objects.requireNonNullElse(uploads, Map.of()),
                Objects.requireNonNullElse(speed, SpeedLimits.NONE),
                Objects.requireNonNullElse(follow, FollowPreferences.NONE),
                Objects.requireNonNullElse(records, Map.of()),
                Objects.requireNonNullElse(openLast, true));
    }
}
