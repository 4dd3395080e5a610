package org.outturn.transfer;

import java.time.Duration;

/**
 * How hard a queue works.
 *
 * @param largeAtATime transfers of more than {@code smallBytes} that run at the same time, 1 to 64
 * @param smallAtATime smaller transfers that run beside them, 1 to 256: a small file mostly waits
 *     for the server's answer, so more of them are needed to fill the line
 * @param smallBytes the largest size in bytes of a small transfer
 * @param attempts how often a transfer is begun before a passing trouble counts as failed, 1 or
 *     more
 * @param firstPause the pause before the second attempt; it doubles with each further one, and a
 *     random part of up to a half is taken off so that transfers do not come back all at once
 * @param longestPause where the doubling ends
 * @param closeWait how long closing waits for running transfers to stop
 */
public record TransferOptions(
        int largeAtATime,
        int smallAtATime,
        long smallBytes,
        int attempts,
        Duration firstPause,
        Duration longestPause,
        Duration closeWait) {
    /**
     * Two large and 24 small (below 8 MiB, which is one request) at a time, four attempts, 1 to 20
     * s apart. Each large one uses several connections of its own, and tens of MiB of memory.
     */
    public static final TransferOptions DEFAULTS =
            new TransferOptions(
                    2,
                    24,
                    (8 << 20) - 1,
                    4,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(5));

    /**
     * @throws IllegalArgumentException if a number is out of range
     */
    public TransferOptions {
        check(largeAtATime >= 1 && largeAtATime <= 64, "1 to 64 large transfers at a time");
        check(smallAtATime >= 1 && smallAtATime <= 256, "1 to 256 small transfers at a time");
        check(attempts >= 1, "at least one attempt");
        check(!firstPause.isNegative() && !longestPause.isNegative(), "no negative pause");
    }

    private static void check(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
