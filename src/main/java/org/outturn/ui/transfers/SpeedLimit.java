package org.outturn.ui.transfers;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.RateLimit;

/**
 * How fast transfers may go, chosen by the operator: holds at once, and is kept. Used on the JavaFX
 * thread.
 *
 * @param bandwidth what the transfers obey
 */
public record SpeedLimit(Bandwidth bandwidth, Memory memory) {
    /** What operators call a megabyte a second, as providers of lines do: 10^6 bytes. */
    static final long MEGABYTE = 1_000_000;

    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);

    /** Keeps what was chosen; must not block. */
    @FunctionalInterface
    public interface Memory {
        /**
         * @param up bytes a second; 0 for no limit
         * @param down bytes a second; 0 for no limit
         */
        void keep(long up, long down);
    }

    void set(RateLimit way, long bytesPerSecond) {
        way.set(bytesPerSecond);
        memory.keep(bandwidth.up().bytesPerSecond(), bandwidth.down().bytesPerSecond());
    }

    /**
     * Reads what was typed.
     *
     * @param typed megabytes a second, with a point or a comma
     * @return bytes a second; nothing unless it is more than 0 and at most 100,000 MB/s
     */
    static OptionalLong read(String typed) {
        try {
            BigDecimal value = new BigDecimal(typed.strip().replace(',', '.'));
            if (value.signum() <= 0 || value.compareTo(MOST) > 0) {
                return OptionalLong.empty();
            }
            // below a kilobyte a second nothing would ever end
            return OptionalLong.of(
                    Math.max(1000, value.multiply(BigDecimal.valueOf(MEGABYTE)).longValue()));
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }
}
