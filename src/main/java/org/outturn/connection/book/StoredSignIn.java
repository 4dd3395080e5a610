package org.outturn.connection.book;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.SignIn;
import org.outturn.connection.SsoSession;

/**
 * As whom to sign, as the file has it: every field may be absent. There is no field for a secret.
 *
 * @param kind {@code keys}, {@code profile}, {@code sso}, {@code env} or {@code machine}
 * @param keyring what the keys are filed under in the keyring of this machine
 */
record StoredSignIn(
        @Nullable String kind,
        @Nullable String accessKeyId,
        @Nullable String keyring,
        @Nullable String profile,
        @Nullable String file,
        @Nullable String keyVariable,
        @Nullable String session,
        @Nullable String startUrl,
        @Nullable String region,
        @Nullable List<String> scopes,
        @Nullable String account,
        @Nullable String role) {

    static StoredSignIn of(SignIn signIn) {
        return switch (signIn) {
            case SignIn.SavedKeys(String id, String entry) -> keys(id, entry);
            case SignIn.Profile(String name) ->
                    new StoredSignIn(
                            "profile", null, null, name, null, null, null, null, null, null, null,
                            null);
            case SignIn.EnvFile(Path path, String variable) ->
                    new StoredSignIn(
                            "env",
                            null,
                            null,
                            null,
                            path.toString(),
                            variable,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null);
            case SignIn.SingleSignOn(SsoSession s, String account, String role) ->
                    new StoredSignIn(
                            "sso",
                            null,
                            null,
                            null,
                            null,
                            null,
                            s.name(),
                            s.startUrl(),
                            s.region(),
                            s.scopes(),
                            account,
                            role);
            case SignIn.Environment _ ->
                    new StoredSignIn(
                            "environment",
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null);
            case SignIn.Machine _ ->
                    new StoredSignIn(
                            "machine", null, null, null, null, null, null, null, null, null, null,
                            null);
            // a book holds none; and if it did, all of it would stay here
            case SignIn.Keys _ -> keys("", "");
        };
    }

    private static StoredSignIn keys(String id, String entry) {
        return new StoredSignIn(
                "keys", id, entry, null, null, null, null, null, null, null, null, null);
    }

    /** The same for another machine, which has another keyring. */
    StoredSignIn toShare() {
        return "keys".equals(kind) ? keys("", "") : this;
    }

    /** Nothing when the kind is not known, or what it needs is not there. */
    Optional<SignIn> toSignIn() {
        return switch (kind) {
            case "keys" -> Optional.of(new SignIn.SavedKeys(text(accessKeyId), text(keyring)));
            case "profile" -> Optional.ofNullable(profile).map(SignIn.Profile::new);
            case "env" ->
                    Optional.ofNullable(file)
                            .map(path -> new SignIn.EnvFile(Path.of(path), text(keyVariable)));
            case "sso" ->
                    Optional.of(
                            new SignIn.SingleSignOn(
                                    new SsoSession(
                                            text(session),
                                            text(startUrl),
                                            text(region),
                                            Objects.requireNonNullElse(scopes, List.of())),
                                    text(account),
                                    text(role)));
            case "environment" -> Optional.of(new SignIn.Environment());
            case "machine" -> Optional.of(new SignIn.Machine());
            case null, default -> Optional.empty();
        };
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
