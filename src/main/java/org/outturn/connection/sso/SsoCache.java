package org.outturn.connection.sso;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Function;
import org.outturn.connection.SsoSession;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.settings.PrivateFolders;

/**
 * Where the AWS tools keep sign-ins ({@code ~/.aws/sso/cache}), read and written as they do, so
 * that each sees what the other has signed in to. Files are for their owner alone, and a new one
 * takes the place of the old one in one move. Blocking.
 */
public final class SsoCache {
    private static final String WRITE = "KeepSignIn";

    private final Path folder;
    private final CacheText text = new CacheText();

    /**
     * @param folder need not exist
     */
    public SsoCache(Path folder) {
        this.folder = folder;
    }

    /** That of a user. */
    public static SsoCache ofHome(Path home) {
        return new SsoCache(home.resolve(".aws").resolve("sso").resolve("cache"));
    }

    /** Where the files are. */
    public Path folder() {
        return folder;
    }

    /** The sign-in that is kept for a session, also one that has ended. */
    public Optional<SsoToken> token(SsoSession session) {
        return read(CacheNames.token(session), text::token);
    }

    /**
     * Keeps a sign-in.
     *
     * @throws FailureException with {@link Failure.LocalFile} if it cannot be written
     */
    public void keep(SsoSession session, SsoToken token) {
        write(CacheNames.token(session), text.write(token));
    }

    /**
     * Forgets a sign-in, if one is kept.
     *
     * @throws FailureException with {@link Failure.LocalFile} if its file cannot be deleted
     */
    public void forget(SsoSession session) {
        Path file = folder.resolve(CacheNames.token(session));
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unwritten(file, e);
        }
    }

    /** The registration that is kept for a session. */
    public Optional<ClientRegistration> registration(SsoSession session) {
        return read(CacheNames.registration(session), text::registration);
    }

    /**
     * Keeps a registration.
     *
     * @throws FailureException with {@link Failure.LocalFile} if it cannot be written
     */
    public void keep(SsoSession session, ClientRegistration client) {
        write(CacheNames.registration(session), text.write(client));
    }

    private <T> Optional<T> read(String name, Function<byte[], Optional<T>> parse) {
        try {
            return parse.apply(Files.readAllBytes(folder.resolve(name)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void write(String name, String content) {
        Path file = folder.resolve(name);
        try {
            PrivateFolders.create(folder);
            // made for its owner alone, as the temporary files of Java are
            Path temporary = Files.createTempFile(folder, "outturn", ".tmp");
            try {
                Files.write(temporary, content.getBytes(StandardCharsets.UTF_8));
                Files.move(
                        temporary,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw unwritten(file, e);
        }
    }

    private static FailureException unwritten(Path file, IOException why) {
        return new FailureException(
                new Failure.LocalFile(
                        file.toString(),
                        new Attempt(WRITE, file.toString()),
                        Technical.of(why.getClass().getSimpleName())));
    }
}
