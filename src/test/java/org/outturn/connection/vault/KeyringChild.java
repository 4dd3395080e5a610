package org.outturn.connection.vault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.outturn.connection.Credentials;
import org.outturn.failure.FailureException;

/** Works a keyring in a session of its own, and writes down what came of it. */
final class KeyringChild {
    static final String ENTRY = "0d6b6a2e-entry";
    static final Credentials KEYS = new Credentials("KEYONE", "marked-secret-one/+", "");
    static final Credentials LONG =
            new Credentials("KEYTWO", "marked-secret-two", "marked-token-" + "x".repeat(3000));

    private final SecretVault vault =
            new KeyringVault(Keyrings.of(System.getProperty("os.name")), Duration.ofSeconds(8));
    private final List<String> said = new ArrayList<>();

    private KeyringChild() {}

    /** Arguments: the file to write to, then what is to be done. */
    public static void main(String[] arguments) throws Exception {
        var child = new KeyringChild();
        for (int i = 1; i < arguments.length; i++) {
            child.perform(arguments[i]);
        }
        Files.write(Path.of(arguments[0]), child.said);
        // the bus has threads of its own
        System.exit(0);
    }

    private void perform(String what) {
        try {
            switch (what) {
                case "store" -> vault.store(ENTRY, KEYS);
                case "storeLong" -> vault.store(ENTRY, LONG);
                case "remove" -> vault.remove(ENTRY);
                default -> {
                    said.add(
                            vault.read(ENTRY)
                                    .map(keys ->
                                            keys.equals(KEYS)
                                                    ? "one"
                                                    : keys.equals(LONG) ? "long" : "other")
                                    .orElse("none"));
                    return;
                }
            }
            said.add("done");
        } catch (FailureException e) {
            said.add(e.failure().messageKey());
        }
    }
}
