package org.outturn.ui.common;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Sizes, times and numbers as operators read them: binary units, local time. */
public final class Formats {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private final Messages messages;
    private final Locale locale;
    private final ZoneId zone;
    private final DateTimeFormatter minutes;
    private final DateTimeFormatter day;
    private final DateTimeFormatter clock;

    /**
     * @param messages the words, and the language they are in
     * @param zone whose local time is shown
     */
    public Formats(Messages messages, ZoneId zone) {
        this.messages = messages;
        this.locale = messages.locale();
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
        // 1023.6 would print as 1024: carry it to the next unit
        if (value >= 1023.5 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return String.format(locale, value < 99.95 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
    }

    /** For instance {@code 3.1 MiB (3,250,586 bytes)}. */
    public String exactSize(long bytes) {
        return bytes < 1024
                ? messages.text("format.bytes", bytes)
                : messages.text("format.exactSize", size(bytes), bytes);
    }

    /** Local time to the minute. */
    public String time(Instant instant) {
        return minutes.format(instant);
    }

    /** A time as some clock wrote it, to the minute. */
    public String time(LocalDateTime written) {
        return DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", locale).format(written);
    }

    /** Local time to the minute, without the year if it is the present one. */
    public String brief(Instant instant, Instant now) {
        return brief(LocalDateTime.ofInstant(instant, zone), now);
    }

    /** The same for a time as some clock wrote it. */
    public String brief(LocalDateTime written, Instant now) {
        boolean thisYear = written.getYear() == now.atZone(zone).getYear();
        String pattern = thisYear ? "d MMM, HH:mm" : "d MMM uuuu";
        return DateTimeFormatter.ofPattern(pattern, locale).format(written);
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
            return messages.text("format.today", hours);
        }
        if (then.toLocalDate().equals(today.plusDays(1))) {
            return messages.text("format.tomorrow", hours);
        }
        return messages.text("format.day", day.format(instant), hours);
    }

    /**
     * How far ahead, by the days of the calendar: for instance {@code in 3 days}, {@code tomorrow},
     * {@code in 5 h 20 min}.
     *
     * @param instant after {@code now}
     */
    public String ahead(Instant instant, Instant now) {
        long days =
                ChronoUnit.DAYS.between(
                        now.atZone(zone).toLocalDate(), instant.atZone(zone).toLocalDate());
        return days > 0
                ? messages.text("format.ahead.days", days)
                : messages.text("format.ahead", duration(Duration.between(now, instant)));
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
            return messages.text("format.seconds", seconds);
        }
        if (seconds < 3600) {
            return two(
                    "format.minutes",
                    seconds / 60,
                    "format.seconds",
                    seconds < 600 ? seconds % 60 : 0);
        }
        if (seconds < 86_400) {
            return two("format.hours", seconds / 3600, "format.minutes", seconds % 3600 / 60);
        }
        return two("format.days", seconds / 86_400, "format.hours", seconds % 86_400 / 3600);
    }

    private String two(String large, long count, String small, long rest) {
        String first = messages.text(large, count);
        return rest == 0 ? first : first + " " + messages.text(small, rest);
    }
}
