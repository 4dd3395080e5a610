package org.outturn.catalog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * When an output was produced.
 *
 * @param written as the key has it, by the clock that wrote it; of {@code exact} in UTC where the
 *     key has an instant
 * @param exact the instant; empty when a server wrote its local time and nobody says which zone
 *     that is
 * @param fromKey whether the key says so; else it is when the first object was stored
 */
public record ProducedAt(LocalDateTime written, Optional<Instant> exact, boolean fromKey) {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss");
    private static final int EPOCH_SECONDS = 10;
    private static final int EPOCH_MILLIS = 13;

    /** When the first object was stored, by the server's clock. */
    static ProducedAt stored(Instant first) {
        return new ProducedAt(
                LocalDateTime.ofInstant(first, ZoneOffset.UTC), Optional.of(first), false);
    }

    /**
     * Reads a key's time: {@code yyyyMMdd_HHmmss}, or Unix time in seconds or milliseconds.
     *
     * @param zone the clock that wrote a stamp; empty if nobody knows
     * @return empty if the text is none of these
     */
    static Optional<ProducedAt> read(String text, String zone) {
        try {
            if (text.indexOf('_') >= 0) {
                LocalDateTime written = LocalDateTime.parse(text, STAMP);
                Optional<Instant> exact =
                        zone.isEmpty()
                                ? Optional.empty()
                                : Optional.of(written.atZone(ZoneId.of(zone)).toInstant());
                return Optional.of(new ProducedAt(written, exact, true));
            }
            return switch (text.length()) {
                case EPOCH_SECONDS -> at(Instant.ofEpochSecond(Long.parseLong(text)));
                case EPOCH_MILLIS -> at(Instant.ofEpochMilli(Long.parseLong(text)));
                default -> Optional.empty();
            };
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<ProducedAt> at(Instant exact) {
        return Optional.of(
                new ProducedAt(
                        LocalDateTime.ofInstant(exact, ZoneOffset.UTC), Optional.of(exact), true));
    }

    /** To sort by, in milliseconds; a local time counts as if it were UTC. */
    public long order() {
        return exact.orElseGet(() -> written.toInstant(ZoneOffset.UTC)).toEpochMilli();
    }
}
