package org.outturn.connection.vault;

import java.util.Optional;
import org.outturn.connection.Credentials;

/**
 * Keeps keys where the system keeps passwords. Blocks, perhaps until the operator has typed the
 * keyring's password: never call it on the JavaFX thread.
 *
 * <p>All of it throws a {@link org.outturn.failure.FailureException} with {@link
 * org.outturn.failure.SignInFailure.KeyringMissing} where there is no keyring, and with {@link
 * org.outturn.failure.SignInFailure.KeyringLocked} where there is one and it does not open. Nothing
 * is kept then.
 */
public interface SecretVault {

    /** Keeps keys, in the place of those that were there. */
    void store(String entry, Credentials keys);

    /** The keys that are filed under a name; nothing when there are none. */
    Optional<Credentials> read(String entry);

    /** Forgets keys; those that are not there are forgotten already. */
    void remove(String entry);
}
