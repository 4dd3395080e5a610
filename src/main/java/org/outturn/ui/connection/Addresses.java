package org.outturn.ui.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Addresses as people type them. */
final class Addresses {
    private Addresses() {}

    /** {@code https://} is added where no scheme is given; nothing when it is no http address. */
    static Optional<URI> address(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.toLowerCase(Locale.ROOT).matches("[a-z][a-z0-9+.-]*://.*")) {
            text = "https://" + text;
        }
        try {
            var uri = new URI(text);
            boolean http =
                    "http".equalsIgnoreCase(uri.getScheme())
                            || "https".equalsIgnoreCase(uri.getScheme());
            boolean plain =
                    uri.getRawQuery() == null
                            && uri.getRawUserInfo() == null
                            && uri.getRawFragment() == null;
            return http && plain && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
