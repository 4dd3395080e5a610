package org.outturn.connection.dotenv;

import java.util.Locale;
import java.util.Optional;

/** Yes and no, as the producers' languages spell them. */
final class Flags {
    private Flags() {}

    static Optional<Boolean> flag(String value) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "y", "on", "t" -> Optional.of(true);
            case "false", "0", "no", "n", "off", "f" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
