package org.outturn.connection.vault;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.KeyringStorageType;
import java.util.List;
import java.util.Locale;

/** The keyring that a system has. */
@FunctionalInterface
interface Keyrings {

    /**
     * Connects to it; the caller closes it. May ask the operator for its password.
     *
     * @throws BackendNotSupportedException if there is none
     */
    Keyring open() throws BackendNotSupportedException;

    /**
     * That of this system: the Keychain, the Credential Manager, or on all others whatever offers
     * the Secret Service (freedesktop.org, "Secret Service API"), else KWallet. Nothing else is
     * tried: the library would look for the libraries of other systems first.
     *
     * @param osName as in the property {@code os.name}
     */
    static Keyrings of(String osName) {
        String system = osName.toLowerCase(Locale.ROOT);
        List<KeyringStorageType> kinds =
                system.startsWith("windows")
                        ? List.of(KeyringStorageType.WINDOWS_CREDENTIAL_STORE)
                        : system.startsWith("mac")
                                ? List.of(KeyringStorageType.OSX_KEYCHAIN)
                                : List.of(
                                        KeyringStorageType.GNOME_KEYRING,
                                        KeyringStorageType.KWALLET);
        return () -> first(kinds);
    }

    private static Keyring first(List<KeyringStorageType> kinds)
            throws BackendNotSupportedException {
        BackendNotSupportedException last = new BackendNotSupportedException("none");
        for (KeyringStorageType kind : kinds) {
            try {
                return Keyring.create(kind);
            } catch (BackendNotSupportedException e) {
                last = e;
            }
        }
        throw last;
    }
}
