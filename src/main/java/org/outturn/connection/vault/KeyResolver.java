package org.outturn.connection.vault;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.SignIn;
import org.outturn.connection.StoreOpener;
import org.outturn.connection.dotenv.EnvFiles;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.SignInFailure;
import org.outturn.failure.Technical;
import org.outturn.storage.ObjectStore;

/**
 * Fetches keys from where they are kept right before a connection is opened, and has them hidden
 * from the log first. Connections that name keys in another way go through as they are.
 */
public final class KeyResolver implements StoreOpener {
    private static final String ACTION = "FetchKeys";

    private final StoreOpener opener;
    private final SecretVault vault;
    private final SessionKeys typed;
    private final EnvFiles files;
    private final Consumer<String> hide;

    /**
     * @param opener gets connections with keys
     * @param hide is told every secret
     */
    public KeyResolver(
            StoreOpener opener,
            SecretVault vault,
            SessionKeys typed,
            EnvFiles files,
            Consumer<String> hide) {
        this.opener = opener;
        this.vault = vault;
        this.typed = typed;
        this.files = files;
        this.hide = hide;
    }

    /**
     * {@inheritDoc}
     *
     * @throws FailureException with {@link SignInFailure.KeysMissing}, {@link
     *     SignInFailure.EnvFileWithoutKeys}, {@link Failure.LocalFile}, or one of the vault's
     */
    @Override
    public ObjectStore open(Connection connection) {
        return opener.open(resolved(connection));
    }

    /** The same with its keys; with what it had when that needs no fetching. */
    public Connection resolved(Connection connection) {
        @Nullable Credentials keys =
                switch (connection.signIn()) {
                    case SignIn.SavedKeys saved -> saved(connection, saved);
                    case SignIn.EnvFile file -> fromFile(connection, file);
                    case SignIn.Keys(Credentials given) -> given;
                    default -> null;
                };
        if (keys == null) {
            return connection;
        }
        hide.accept(keys.secretAccessKey());
        hide.accept(keys.sessionToken());
        return connection.withSignIn(new SignIn.Keys(keys));
    }

    private Credentials saved(Connection connection, SignIn.SavedKeys saved) {
        return typed.of(connection.identity())
                .or(() -> saved.entry().isEmpty() ? Optional.empty() : vault.read(saved.entry()))
                .orElseThrow(() ->
                        new FailureException(
                                new SignInFailure.KeysMissing(
                                        attempt(connection), Technical.of(saved.accessKeyId()))));
    }

    private Credentials fromFile(Connection connection, SignIn.EnvFile signIn) {
        Path file = signIn.file();
        return files.keys(file, signIn.keyVariable())
                .orElseThrow(() ->
                        new FailureException(
                                new SignInFailure.EnvFileWithoutKeys(
                                        file.toString(),
                                        attempt(connection),
                                        Technical.of(signIn.keyVariable()))));
    }

    private static Attempt attempt(Connection connection) {
        return new Attempt(ACTION, connection.name());
    }
}
