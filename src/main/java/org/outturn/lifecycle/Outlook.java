package org.outturn.lifecycle;

import java.util.List;

/**
 * What will become of an object.
 *
 * @param moves those to come before it vanishes, the next one first
 */
public record Outlook(Expiry expiry, List<Move> moves) {
    public Outlook {
        moves = List.copyOf(moves);
    }
}
