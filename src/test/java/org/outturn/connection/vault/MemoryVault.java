package org.outturn.connection.vault;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.outturn.connection.Credentials;
import org.outturn.failure.Attempt;
import org.outturn.failure.FailureException;
import org.outturn.failure.SignInFailure;
import org.outturn.failure.Technical;

/** A keyring in memory, for machines that have none; can be taken away. */
public final class MemoryVault implements SecretVault {
    private final Map<String, Credentials> entries = new ConcurrentHashMap<>();
    private volatile boolean missing;

    /** From now on there is no keyring, or there is one again. */
    public void missing(boolean gone) {
        missing = gone;
    }

    public Map<String, Credentials> entries() {
        return entries;
    }

    @Override
    public void store(String entry, Credentials keys) {
        check();
        entries.put(entry, keys);
    }

    @Override
    public Optional<Credentials> read(String entry) {
        check();
        return Optional.ofNullable(entries.get(entry));
    }

    @Override
    public void remove(String entry) {
        check();
        entries.remove(entry);
    }

    private void check() {
        if (missing) {
            throw new FailureException(
                    new SignInFailure.KeyringMissing(
                            new Attempt("ReadKeyring", "x"), Technical.of("")));
        }
    }
}
