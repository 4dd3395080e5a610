package org.outturn.aws;

import java.time.Duration;

/**
 * How long a store waits for its server before it gives an answer up.
 *
 * @param connect to connect to one address, more than zero; two addresses are tried at most
 * @param silence without a byte from the server, or without the server taking one, more than zero
 */
public record Timeouts(Duration connect, Duration silence) {
    /** What an operator's patience allows: four seconds to connect, eight of silence. */
    public static final Timeouts DEFAULTS = new Timeouts(Limits.CONNECT, Limits.SILENCE);

    /**
     * @throws IllegalArgumentException if one of them is not more than zero
     */
    public Timeouts {
        if (!connect.isPositive() || !silence.isPositive()) {
            throw new IllegalArgumentException("a time to wait is more than zero");
        }
    }
}
