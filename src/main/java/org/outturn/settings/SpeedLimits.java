package org.outturn.settings;

/**
 * How fast transfers may go.
 *
 * @param up bytes a second for all uploads together; 0 when there is no limit
 * @param down the same for downloads
 */
public record SpeedLimits(long up, long down) {
    /** As fast as the line. */
    public static final SpeedLimits NONE = new SpeedLimits(0, 0);

    /** A file may say anything: what is no limit is none. */
    public SpeedLimits {
        up = Math.max(0, up);
        down = Math.max(0, down);
    }
}
