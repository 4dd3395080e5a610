package org.outturn.tagging;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day that a key names, as the producers write it: a job's {@code yyyyMMdd_HHmmss_}, a video's
 * {@code yyyy/MM/dd/}, an upload's {@code yyyy-MM-dd/}, a parsed document's seconds since 1970.
 */
public final class KeyDay {
    private static final Pattern DAY =
            Pattern.compile(
                    "(?:^|/)(?:([0-9]{4})([0-9]{2})([0-9]{2})_[0-9]{6}(?:_|$)"
                            + "|([0-9]{4})[/-]([0-9]{2})[/-]([0-9]{2})/"
                            + "|(1[0-9]{9})_)");

    private KeyDay() {}

    /**
     * The first day in a key.
     *
     * @param zone for seconds since 1970; days that are written as such are taken as they are
     * @return empty if there is none
     */
    public static Optional<LocalDate> of(String key, ZoneId zone) {
        Matcher found = DAY.matcher(key);
        int from = 0;
        while (found.find(from)) {
            Optional<LocalDate> day = day(found, zone);
            if (day.isPresent()) {
                return day;
            }
            from = found.start() + 1;
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(Matcher found, ZoneId zone) {
        String seconds = found.group(7);
        if (seconds != null) {
            return Optional.of(
                    LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(seconds)), zone));
        }
        int first = found.group(1) != null ? 1 : 4;
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(found.group(first)),
                            Integer.parseInt(found.group(first + 1)),
                            Integer.parseInt(found.group(first + 2))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
