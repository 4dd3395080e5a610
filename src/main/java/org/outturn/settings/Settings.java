package org.outturn.settings;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the operator chose. Never a secret: the file is plain text.
 *
 * @param theme light or dark
 * @param window where the window was when it was closed last; null before the first time
 * @param lastConnection the connection used last: the name of one that is written down elsewhere,
 *     {@code saved:} and its number for a saved one; null when none was
 * @param lastBucket the bucket opened last, at that connection; null when none was
 * @param uploads how uploads are stored, by connection; only those where the operator chose
 * @param speed how fast transfers may go
 * @param follow how buckets are followed
 * @param records where job records are, by connection; only those where the operator said so
 * @param openLast whether the connection used last opens by itself at the start
 */
public record Settings(
        Theme theme,
        @Nullable WindowBounds window,
        @Nullable String lastConnection,
        @Nullable String lastBucket,
        Map<String, UploadPreferences> uploads,
        SpeedLimits speed,
        FollowPreferences follow,
        Map<String, RecordAddresses> records,
        boolean openLast) {

    public Settings {
        uploads = Map.copyOf(uploads);
        records = Map.copyOf(records);
    }

    /** Of a program started for the first time. */
    public static Settings defaults() {
        return new Settings(
                Theme.SYSTEM,
                null,
                null,
                null,
                Map.of(),
                SpeedLimits.NONE,
                FollowPreferences.NONE,
                Map.of(),
                true);
    }

    /** The same with another theme. */
    public Settings withTheme(Theme changed) {
        return new Settings(
                changed,
                window,
                lastConnection,
                lastBucket,
                uploads,
                speed,
                follow,
                records,
                openLast);
    }

    /** The same with the window elsewhere. */
    public Settings withWindow(WindowBounds changed) {
        return new Settings(
                theme,
                changed,
                lastConnection,
                lastBucket,
                uploads,
                speed,
                follow,
                records,
                openLast);
    }

    /**
     * The same after another connection was used.
     *
     * @param connection its name; null to forget it
     * @param bucket the bucket that was opened there; null when none was
     */
    public Settings withLast(@Nullable String connection, @Nullable String bucket) {
        return new Settings(
                theme, window, connection, bucket, uploads, speed, follow, records, openLast);
    }

    /** The same with other uploads to one connection. */
    public Settings withUploads(String connection, UploadPreferences changed) {
        Map<String, UploadPreferences> all = new HashMap<>(uploads);
        all.put(connection, changed);
        return new Settings(
                theme, window, lastConnection, lastBucket, all, speed, follow, records, openLast);
    }

    /** The same with transfers held to another speed. */
    public Settings withSpeed(SpeedLimits changed) {
        return new Settings(
                theme,
                window,
                lastConnection,
                lastBucket,
                uploads,
                changed,
                follow,
                records,
                openLast);
    }

    /** The same with job records elsewhere for one connection. */
    public Settings withRecords(String connection, RecordAddresses changed) {
        Map<String, RecordAddresses> all = new HashMap<>(records);
        all.put(connection, changed);
        return new Settings(
                theme, window, lastConnection, lastBucket, uploads, speed, follow, all, openLast);
    }

    /** The same with buckets followed in another way. */
    public Settings withFollow(FollowPreferences changed) {
        return new Settings(
                theme,
                window,
                lastConnection,
                lastBucket,
                uploads,
                speed,
                changed,
                records,
                openLast);
    }

    /** The same with the last connection opened at the start, or not. */
    public Settings withOpenLast(boolean changed) {
        return new Settings(
                theme,
                window,
                lastConnection,
                lastBucket,
                uploads,
                speed,
                follow,
                records,
                changed);
    }
}
