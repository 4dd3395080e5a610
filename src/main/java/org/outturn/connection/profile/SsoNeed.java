package org.outturn.connection.profile;

import java.util.Optional;
import org.outturn.connection.SsoSession;

/**
 * What a profile with single sign-on leaves to the operator.
 *
 * @param account empty if it has to be picked; then the role has to be, too
 * @param role empty if it has to be picked
 */
public record SsoNeed(SsoSession session, Optional<String> account, Optional<String> role) {}
