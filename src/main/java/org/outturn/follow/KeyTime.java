package org.outturn.follow;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.outturn.pipeline.layout.KeyForm;
import org.outturn.pipeline.layout.OutputForm;
import org.outturn.pipeline.layout.Recognised;
import org.outturn.pipeline.template.PathTemplate;
import org.outturn.pipeline.template.Placeholder;
import org.outturn.pipeline.template.PlaceholderType;

/**
 * How the keys of a form write the time that they begin with, behind what they have in common. In
 * the order of the keys such outputs are in the order of their times; videos by their days.
 */
enum KeyTime {
    /** {@code yyyyMMdd_HHmmss}. */
    STAMP(PlaceholderType.STAMP, "uuuuMMdd_HHmmss"),
    /** {@code yyyy/MM/dd}. */
    FOLDERS(PlaceholderType.YEAR, "uuuu/MM/dd"),
    /** {@code yyyy-MM-dd}. */
    DATE(PlaceholderType.DATE, "uuuu-MM-dd"),
    EPOCH_SECONDS(PlaceholderType.EPOCH_SECONDS, ""),
    EPOCH_MILLIS(PlaceholderType.EPOCH_MILLIS, "");

    private final PlaceholderType.Fixed type;
    private final Optional<DateTimeFormatter> format;

    KeyTime(PlaceholderType.Fixed type, String pattern) {
        this.type = type;
        this.format =
                pattern.isEmpty()
                        ? Optional.empty()
                        : Optional.of(DateTimeFormatter.ofPattern(pattern));
    }

    /** What all keys of a form begin with; empty if there are others among them. */
    static Optional<KeyTime> of(OutputForm form) {
        Optional<KeyTime> common = Optional.empty();
        for (KeyForm key : form.keys()) {
            Optional<KeyTime> own = of(key.template());
            boolean differs = common.isPresent() && !common.equals(own);
            if (own.isEmpty() || differs) {
                return Optional.empty();
            }
            common = own;
        }
        return common;
    }

    private static Optional<KeyTime> of(PathTemplate template) {
        int first = first(template);
        if (first == template.placeholders().size()) {
            return Optional.empty();
        }
        Placeholder placeholder = template.placeholders().get(first);
        for (KeyTime time : values()) {
            if (time.type == placeholder.type() && (time != FOLDERS || isDay(template, first))) {
                return Optional.of(time);
            }
        }
        return Optional.empty();
    }

    private static boolean isDay(PathTemplate template, int first) {
        return first + 2 < template.placeholders().size()
                && template.placeholders().get(first + 1).type() == PlaceholderType.MONTH
                && template.placeholders().get(first + 2).type() == PlaceholderType.DAY;
    }

    /** The first placeholder that is not the prefix. */
    private static int first(PathTemplate template) {
        return template.hasAnyPrefix() ? 1 : 0;
    }

    /** Where in a key of such a form the time begins. */
    static int start(Recognised found) {
        return found.match().start(first(found.match().template()));
    }

    /** The time as the key has it. */
    String text(Recognised found) {
        int first = first(found.match().template());
        int last = this == FOLDERS ? first + 2 : first;
        return found.match().key().substring(found.match().start(first), found.match().end(last));
    }

    /**
     * What a text says, by the clock that wrote it; Unix time in UTC.
     *
     * @return empty if it is no time
     */
    Optional<LocalDateTime> read(String text) {
        try {
            return Optional.of(
                    switch (this) {
                        case EPOCH_SECONDS -> utc(Instant.ofEpochSecond(Long.parseLong(text)));
                        case EPOCH_MILLIS -> utc(Instant.ofEpochMilli(Long.parseLong(text)));
                        case STAMP -> LocalDateTime.parse(text, format.orElseThrow());
                        case FOLDERS, DATE ->
                                LocalDate.parse(text, format.orElseThrow()).atStartOfDay();
                    });
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A time as keys have it; with less precision where they have less. */
    String write(LocalDateTime time) {
        return switch (this) {
            case EPOCH_SECONDS -> padded(time.toEpochSecond(ZoneOffset.UTC));
            case EPOCH_MILLIS -> padded(time.toInstant(ZoneOffset.UTC).toEpochMilli());
            case STAMP, FOLDERS, DATE ->
                    time.truncatedTo(ChronoUnit.SECONDS).format(format.orElseThrow());
        };
    }

    private String padded(long number) {
        return String.format(Locale.ROOT, "%0" + type.length() + "d", number);
    }

    /**
     * The latest time that can be true of a key by now: a server's own clock may be up to fourteen
     * hours ahead of UTC, and any clock is a little wrong.
     *
     * @param zone the clock that writes stamps; empty if nobody knows
     */
    LocalDateTime latest(Instant now, String zone, Duration wrong) {
        boolean elsewhere = isLocal(zone);
        return utc(now).plus(wrong).plusHours(elsewhere ? 14 : 0);
    }

    /** Whether nobody knows which clock wrote it; such a clock goes back by an hour in autumn. */
    boolean isLocal(String zone) {
        return format.isPresent() && !zone.equals("UTC");
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
