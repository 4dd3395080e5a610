package org.outturn.connection.sso;

import java.util.Optional;
import org.outturn.connection.Connection;

/** Knows which connections need a sign-in at IAM Identity Center. */
@FunctionalInterface
public interface SsoNeeds {
    /** Reads files; call it in the background. Empty when the connection needs none. */
    Optional<SsoNeed> of(Connection connection);
}
