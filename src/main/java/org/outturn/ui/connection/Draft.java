package org.outturn.ui.connection;

import java.net.URI;
import java.util.Optional;
import org.outturn.connection.Connection;
import org.outturn.connection.Identity;
import org.outturn.connection.Mark;

/**
 * A connection as it stands in the editor.
 *
 * @param name empty for one that is made of the server
 * @param keep whether it is to be saved, keys aside
 * @param before what is changed; empty for a new one
 */
record Draft(
        String name,
        Mark mark,
        boolean keep,
        PlaceDraft place,
        SignInDraft signIn,
        Optional<Connection> before) {

    static final Draft NEW =
            new Draft("", Mark.NONE, true, PlaceDraft.EMPTY, SignInDraft.EMPTY, Optional.empty());

    static Draft of(Connection connection) {
        return new Draft(
                connection.name(),
                connection.mark(),
                true,
                PlaceDraft.of(connection),
                SignInDraft.of(connection),
                Optional.of(connection));
    }

    /** The same, of which that much is saved already; keys that were typed stay typed. */
    Draft savedAs(Connection saved) {
        return new Draft(saved.name(), mark, keep, place, signIn, Optional.of(saved));
    }

    /** The first thing that is wrong, top to bottom; nothing when it will do. */
    Optional<Complaint> complaint() {
        return place.complaint().or(() -> signIn.complaint(before));
    }

    /** What it is called when nobody says. */
    String suggestedName() {
        return place.pinned()
                .map(pinned -> pinned.bucket())
                .or(() -> place.endpointUri().map(URI::getAuthority))
                .orElse("AWS " + place.signingRegion());
    }

    /** As it is typed, keys and all; call only when there is no complaint. */
    Connection connection() {
        String unnamed =
                place.endpointUri().map(URI::getAuthority).orElse("AWS " + place.signingRegion());
        String called = name.isBlank() ? keep ? suggestedName() : unnamed : name.strip();
        return new Connection(
                before.map(Connection::identity).orElse(Identity.typed(called)),
                called,
                mark,
                place.endpointUri(),
                place.signingRegion(),
                place.addressing(),
                signIn.signIn(before),
                place.pinned(),
                place.server(before));
    }
}
