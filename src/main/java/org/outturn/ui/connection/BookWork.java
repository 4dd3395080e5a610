package org.outturn.ui.connection;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.Identity;
import org.outturn.connection.SignIn;
import org.outturn.connection.book.ConnectionBook;
import org.outturn.connection.book.SavedConnections;
import org.outturn.connection.book.SharedFile;
import org.outturn.connection.vault.SecretVault;
import org.outturn.connection.vault.SessionKeys;
import org.outturn.failure.FailureException;

/** What is done to saved connections and their keys. Blocks; called in the background. */
public final class BookWork {
    private final SavedConnections saved;
    private final SecretVault vault;
    private final SessionKeys session;
    private final Consumer<String> hide;

    /**
     * @param hide is told every secret before anything is done with it
     */
    public BookWork(
            SavedConnections saved, SecretVault vault, SessionKeys session, Consumer<String> hide) {
        this.saved = saved;
        this.vault = vault;
        this.session = session;
        this.hide = hide;
    }

    /**
     * What became of saving.
     *
     * @param keyring why the keys are in memory only, though they were to be kept; empty when all
     *     went well
     */
    record Saved(Connection connection, Optional<FailureException> keyring) {}

    /**
     * Saves a connection. Its keys go to the keyring if they are to be kept, and stay in memory
     * otherwise, or when there is no keyring that takes them.
     */
    Saved save(Draft draft) {
        Connection typed = draft.connection();
        Identity identity =
                typed.identity().origin() == Identity.Origin.SAVED
                        ? typed.identity()
                        : ConnectionBook.newIdentity();
        Optional<Credentials> keys = draft.signIn().typed();
        Optional<FailureException> trouble = Optional.empty();
        SignIn signIn = typed.signIn();
        if (keys.isPresent()) {
            hide.accept(keys.get().secretAccessKey());
            hide.accept(keys.get().sessionToken());
            session.hold(identity, keys.get());
            String entry = "";
            if (draft.signIn().inKeyring()) {
                trouble = attempt(() -> vault.store(identity.key(), keys.get()));
                entry = trouble.isEmpty() ? identity.key() : "";
            }
            signIn = new SignIn.SavedKeys(keys.get().accessKeyId(), entry);
        }
        forgetReplaced(draft, signIn);
        Connection kept = typed.withIdentity(identity).withSignIn(signIn);
        ConnectionBook book = saved.change(now -> now.with(kept));
        return new Saved(book.find(identity).orElse(kept), trouble);
    }

    /** Keys that nobody refers to any more do not stay behind. */
    private void forgetReplaced(Draft draft, SignIn now) {
        draft.before()
                .filter(before -> before.signIn() instanceof SignIn.SavedKeys)
                .map(before -> ((SignIn.SavedKeys) before.signIn()).entry())
                .filter(entry ->
                        !entry.isEmpty()
                                && !(now instanceof SignIn.SavedKeys(_, String entryNow)
                                        && entryNow.equals(entry)))
                .ifPresent(entry -> attempt(() -> vault.remove(entry)));
    }

    /** Saves a connection that has no keys of its own, for instance of a {@code .env} file. */
    Connection keep(Connection found) {
        Connection kept = found.withIdentity(ConnectionBook.newIdentity());
        return saved.change(book -> book.with(kept)).find(kept.identity()).orElse(kept);
    }

    /** Removes a connection and its keys; says why the keys are still in the keyring. */
    Optional<FailureException> remove(Connection connection) {
        saved.change(book -> book.without(connection.identity()));
        session.forget(connection.identity());
        return connection.signIn() instanceof SignIn.SavedKeys(_, String entry) && !entry.isEmpty()
                ? attempt(() -> vault.remove(entry))
                : Optional.empty();
    }

    /**
     * Saves another one like it, behind it; its keys too, as far as they can be had.
     *
     * @param name what the other one is called
     */
    Connection duplicate(Connection connection, String name) {
        Identity identity = ConnectionBook.newIdentity();
        SignIn signIn = connection.signIn();
        if (signIn instanceof SignIn.SavedKeys(String id, String entry)) {
            session.of(connection.identity()).ifPresent(keys -> session.hold(identity, keys));
            boolean copied =
                    !entry.isEmpty()
                            && attempt(() ->
                                            vault.read(entry)
                                                    .ifPresent(keys ->
                                                            vault.store(identity.key(), keys)))
                                    .isEmpty();
            signIn = new SignIn.SavedKeys(id, copied ? identity.key() : "");
        }
        Connection copy = connection.withIdentity(identity).withName(name).withSignIn(signIn);
        saved.change(book -> book.withBehind(copy, connection.identity()));
        return copy;
    }

    /** Changes the book in another way. */
    void change(UnaryOperator<ConnectionBook> change) {
        saved.change(change);
    }

    /** Takes over connections of somebody else. */
    int takeOver(List<Connection> connections) {
        saved.change(book -> {
            ConnectionBook more = book;
            for (Connection connection : connections) {
                more = more.with(connection);
            }
            return more;
        });
        return connections.size();
    }

    ConnectionBook book() {
        return saved.load().book();
    }

    SharedFile.Offer shared(Path file) {
        return SharedFile.read(file);
    }

    void share(Path file, List<Connection> connections) {
        SharedFile.write(file, connections);
    }

    private static Optional<FailureException> attempt(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (FailureException e) {
            return Optional.of(e);
        }
    }
}
