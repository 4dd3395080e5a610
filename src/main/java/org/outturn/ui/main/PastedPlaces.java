package org.outturn.ui.main;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.outturn.connection.Connection;
import org.outturn.share.PastedAddress;
import org.outturn.ui.common.Messages;

/** Addresses that were typed or pasted, and what is to be said of them. */
final class PastedPlaces {
    private final Navigation.Saying saying;
    private final Clock clock;

    PastedPlaces(Navigation.Saying saying, Clock clock) {
        this.saying = saying;
        this.clock = clock;
    }

    /**
     * The place that a text means; says until when it works if it is a link.
     *
     * @param connection the open one, if one is
     * @return empty if it is no address, or one of another server, which is said
     */
    Optional<PastedAddress.Found> place(String text, Optional<Connection> connection) {
        Optional<URI> links = connection.flatMap(known -> known.server().linkHost());
        if (links.isPresent()
                && PastedAddress.parse(text, links) instanceof PastedAddress.Found link
                && link.endpoint().equals(links)) {
            link.expires().ifPresent(this::sayExpiry);
            return Optional.of(link);
        }
        Optional<URI> endpoint = connection.flatMap(Connection::endpoint);
        if (!(PastedAddress.parse(text, endpoint) instanceof PastedAddress.Found found)) {
            return Optional.empty();
        }
        Messages messages = saying.messages();
        if (found.endpoint().isPresent() && !found.endpoint().equals(endpoint)) {
            String host = found.endpoint().get().getAuthority();
            saying.notifier().warning(messages.text("browser.address.elsewhere", host));
            return Optional.empty();
        }
        found.expires().ifPresent(this::sayExpiry);
        return Optional.of(found);
    }

    private void sayExpiry(Instant end) {
        Messages messages = saying.messages();
        Instant now = clock.instant();
        boolean over = !end.isAfter(now);
        String when = over ? saying.formats().time(end) : saying.formats().until(end, now);
        saying.notifier()
                .info(
                        messages.text(
                                over ? "browser.address.expired" : "browser.address.until", when));
    }
}
