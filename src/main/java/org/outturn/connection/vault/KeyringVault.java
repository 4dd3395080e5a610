package org.outturn.connection.vault;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.outturn.connection.Credentials;
import org.outturn.failure.Attempt;
import org.outturn.failure.FailureException;
import org.outturn.failure.SignInFailure;
import org.outturn.failure.Technical;

/**
 * The system's keyring. Each call has a connection and a thread of its own, so that a keyring that
 * never answers holds up nobody for longer than the time limit. What the libraries throw is not
 * handed on: nobody knows what is in their texts.
 */
public final class KeyringVault implements SecretVault {
    /** What our entries are filed under, besides their own name. */
    static final String SERVICE = "Outturn";

    /** Long enough to find and type the password of the keyring. */
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private static final String READ_ACTION = "ReadKeyring";
    private static final String WRITE_ACTION = "WriteKeyring";

    private final Keyrings keyrings;
    private final Duration limit;

    /** That of this system. */
    public KeyringVault() {
        this(Keyrings.of(System.getProperty("os.name", "")), LIMIT);
    }

    KeyringVault(Keyrings keyrings, Duration limit) {
        this.keyrings = keyrings;
        this.limit = limit;
    }

    @Override
    public void store(String entry, Credentials keys) {
        List<String> texts = EntryText.texts(keys);
        var attempt = new Attempt(WRITE_ACTION, entry);
        boolean kept =
                call(
                        attempt,
                        keyring -> {
                            forget(keyring, entry);
                            for (int i = texts.size() - 1; i >= 0; i--) {
                                keyring.setPassword(SERVICE, account(entry, i), texts.get(i));
                            }
                            // a keyring that stays locked takes things and keeps nothing
                            return texts(keyring, entry).equals(texts);
                        });
        if (!kept) {
            throw locked(attempt, "not kept");
        }
    }

    @Override
    public Optional<Credentials> read(String entry) {
        return call(
                new Attempt(READ_ACTION, entry), keyring -> EntryText.keys(texts(keyring, entry)));
    }

    @Override
    public void remove(String entry) {
        call(
                new Attempt(WRITE_ACTION, entry),
                keyring -> {
                    forget(keyring, entry);
                    return true;
                });
    }

    private static List<String> texts(Keyring keyring, String entry) {
        Optional<String> first = password(keyring, account(entry, 0));
        if (first.isEmpty()) {
            return List.of();
        }
        var texts = new ArrayList<String>();
        texts.add(first.get());
        for (int i = 1; i <= EntryText.more(first.get()); i++) {
            password(keyring, account(entry, i)).ifPresent(texts::add);
        }
        return texts;
    }

    private static void forget(Keyring keyring, String entry) throws PasswordAccessException {
        Optional<String> first = password(keyring, account(entry, 0));
        if (first.isPresent()) {
            for (int i = EntryText.more(first.get()); i >= 0; i--) {
                if (password(keyring, account(entry, i)).isPresent()) {
                    keyring.deletePassword(SERVICE, account(entry, i));
                }
            }
        }
    }

    /** The library throws the same for an entry that is not there as for most else. */
    private static Optional<String> password(Keyring keyring, String account) {
        try {
            return Optional.ofNullable(keyring.getPassword(SERVICE, account));
        } catch (PasswordAccessException notThere) {
            return Optional.empty();
        }
    }

    private static String account(String entry, int part) {
        return part == 0 ? entry : entry + "/" + part;
    }

    /** What is done with a keyring. */
    @FunctionalInterface
    private interface Use<T> {
        T with(Keyring keyring) throws Exception;
    }

    private <T> T call(Attempt attempt, Use<T> use) {
        var task = new FutureTask<>(() -> opened(use));
        // the libraries wait in ways that virtual threads do not take well to
        Thread.ofPlatform().daemon().name("keyring").start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw locked(attempt, "no answer in " + limit.toSeconds() + " s");
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            String what = e.getCause().getClass().getSimpleName();
            if (e.getCause() instanceof BackendNotSupportedException
                    || e.getCause() instanceof LinkageError) {
                throw new FailureException(
                        new SignInFailure.KeyringMissing(attempt, Technical.of(what)));
            }
            throw locked(attempt, what);
        }
    }

    private <T> T opened(Use<T> use) throws Exception {
        Keyring keyring = keyrings.open();
        try {
            return use.with(keyring);
        } finally {
            keyring.close();
        }
    }

    private static FailureException locked(Attempt attempt, String detail) {
        return new FailureException(new SignInFailure.KeyringLocked(attempt, Technical.of(detail)));
    }
}
