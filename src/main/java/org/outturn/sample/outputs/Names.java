package org.outturn.sample.outputs;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.UUID;

/** Ids and times as the producers write them into keys; the same for the same seed. */
final class Names {
    private static final String TEMP_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss");

    private final SplittableRandom random;
    private final Instant now;

    Names(long seed, Instant now) {
        this.random = new SplittableRandom(seed);
        this.now = now;
    }

    SplittableRandom random() {
        return random;
    }

    /** A random UUID (RFC 9562, version 4). */
    String uuid() {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & ~(3L << 62) | 1L << 63;
        return new UUID(high, low).toString();
    }

    /** Lower-case hexadecimal digits, at most sixteen. */
    String hex(int digits) {
        return HexFormat.of().toHexDigits(random.nextLong(), digits);
    }

    /** A stem such as a temporary file gets from Python. */
    String tempStem() {
        var stem = new StringBuilder("tmp");
        for (int i = 0; i < 8; i++) {
            stem.append(TEMP_LETTERS.charAt(random.nextInt(TEMP_LETTERS.length())));
        }
        return stem.toString();
    }

    /** An instant about so many days ago, within the hours of a working day. */
    Instant daysAgo(double days) {
        long seconds = (long) (days * 86_400) + random.nextInt(60, 3000);
        return now.minusSeconds(seconds);
    }

    /**
     * An instant within the last days, the more likely the later.
     *
     * @param days how far back at most
     */
    Instant lately(int days) {
        double share = random.nextDouble();
        return daysAgo(share * share * (days - 0.1));
    }

    Instant after(Instant start, int fromSeconds, int toSeconds) {
        Instant later =
                start.plus(
                        Duration.ofMillis(random.nextLong(fromSeconds * 1000L, toSeconds * 1000L)));
        return later.isAfter(now) ? now : later;
    }

    static String stamp(Instant instant, ZoneOffset clock) {
        return STAMP.format(instant.atOffset(clock));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
