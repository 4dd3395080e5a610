package org.outturn.storage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file's own time, kept with its object. Servers keep only the time of the upload, so clients put
 * it into the metadata: under {@code mtime}, as seconds since 1970 with a fraction (rclone's guide
 * to S3, "Modified time"), which other clients read too.
 */
public final class ModifiedTime {
    /** The metadata's name, without {@code x-amz-meta-}. */
    public static final String NAME = "mtime";

    private static final Pattern SECONDS = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,20})?");

    private ModifiedTime() {}

    /** For instance {@code 1700000000.5}; exact to the nanosecond. */
    public static String text(Instant time) {
        BigDecimal seconds =
                BigDecimal.valueOf(time.getEpochSecond())
                        .add(BigDecimal.valueOf(time.getNano(), 9));
        return seconds.signum() == 0 ? "0" : seconds.stripTrailingZeros().toPlainString();
    }

    /** The time that an object's metadata keeps; empty when there is none that can be read. */
    public static Optional<Instant> of(Map<String, String> metadata) {
        String text = metadata.getOrDefault(NAME, "");
        if (!SECONDS.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal seconds = new BigDecimal(text);
        long whole = seconds.setScale(0, RoundingMode.FLOOR).longValueExact();
        long nanos = seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue();
        try {
            return Optional.of(Instant.ofEpochSecond(whole, nanos));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
