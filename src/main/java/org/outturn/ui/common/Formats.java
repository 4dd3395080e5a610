package org.outturn.ui.common;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Sizes, times and numbers as operators read them: binary units, local time. */
public final class Formats {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private final Locale locale;
    private final ZoneId zone;
    private final DateTimeFormatter minutes;
    private final DateTimeFormatter day;
    private final DateTimeFormatter clock;

    public Formats(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        this.minutes = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", locale).withZone(zone);
        this.day = DateTimeFormatter.ofPattern("EEEE d MMMM", locale).withZone(zone);
        this.clock = DateTimeFormatter.ofPattern("HH:mm:ss", locale).withZone(zone);
    }

    /** For instance {@code 512 B}, {@code 1.2 MiB}. */
    public String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " " + UNITS[0];
        }
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        // 1023.96 would print as 1024.0: carry it to the next unit
        if (value >= 1023.95 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return String.format(locale, value < 100 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
    }

    /** For instance {@code 3.1 MiB (3,250,586 bytes)}. */
    public String exactSize(long bytes) {
        return bytes < 1024
                ? number(bytes) + " bytes"
                : size(bytes) + " (" + number(bytes) + " bytes)";
    }

    /** Local time to the minute. */
    public String time(Instant instant) {
        return minutes.format(instant);
    }

    /** The exact instant, for tooltips: UTC, with what is known of the fraction. */
    public String exact(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant);
    }

    /** Local time of day to the second. */
    public String clock(Instant instant) {
        return clock.format(instant);
    }

    /**
     * For instance {@code today 14:32}, {@code tomorrow 09:10} or {@code Friday 27 November,
     * 09:10}.
     */
    public String until(Instant instant, Instant now) {
        ZonedDateTime then = instant.atZone(zone);
        String hours = DateTimeFormatter.ofPattern("HH:mm", locale).format(then);
        LocalDate today = now.atZone(zone).toLocalDate();
        if (then.toLocalDate().equals(today)) {
            return "today " + hours;
        }
        if (then.toLocalDate().equals(today.plusDays(1))) {
            return "tomorrow " + hours;
        }
        return day.format(instant) + ", " + hours;
    }

    /** For instance {@code 1,024}. */
    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** For instance {@code 4.1 MiB/s}. */
    public String speed(double bytesPerSecond) {
        return size(Math.max(0, Math.round(bytesPerSecond))) + "/s";
    }

    /**
     * The two largest units that count, for instance {@code 7 h 12 min}, {@code 2 min}, {@code 8
     * s}.
     */
    public String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            long rest = seconds % 60;
            return seconds / 60 + " min" + (rest == 0 || seconds >= 600 ? "" : " " + rest + " s");
        }
        if (seconds < 86_400) {
            long rest = seconds % 3600 / 60;
            return seconds / 3600 + " h" + (rest == 0 ? "" : " " + rest + " min");
        }
        long rest = seconds % 86_400 / 3600;
        return seconds / 86_400 + " d" + (rest == 0 ? "" : " " + rest + " h");
    }
}
