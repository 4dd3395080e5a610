package org.outturn.ui.connection;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.SignIn;
import org.outturn.connection.SsoSession;

/**
 * As whom to sign, as typed. The secret and the token do not print.
 *
 * @param secretKey empty for the one that is kept already
 * @param inKeyring whether the keys are to be kept
 */
record SignInDraft(
        SignInKind kind,
        String accessKey,
        String secretKey,
        String sessionToken,
        boolean inKeyring,
        String profile,
        String startUrl,
        String ssoRegion,
        String account,
        String role,
        String envFile,
        String keyVariable) {
    static final SignInDraft EMPTY =
            new SignInDraft(SignInKind.KEYS, "", "", "", true, "", "", "", "", "", "", "");

    static SignInDraft of(Connection connection) {
        SignInKind kind = SignInKind.of(connection.signIn());
        return switch (connection.signIn()) {
            case SignIn.Keys(Credentials keys) -> keys(keys.accessKeyId(), true);
            case SignIn.SavedKeys(String id, String entry) -> keys(id, !entry.isEmpty());
            case SignIn.Profile(String name) ->
                    new SignInDraft(kind, "", "", "", true, name, "", "", "", "", "", "");
            case SignIn.SingleSignOn(SsoSession session, String account, String role) ->
                    new SignInDraft(
                            kind,
                            "",
                            "",
                            "",
                            true,
                            "",
                            session.startUrl(),
                            session.region(),
                            account,
                            role,
                            "",
                            "");
            case SignIn.EnvFile(Path file, String variable) ->
                    new SignInDraft(
                            kind, "", "", "", true, "", "", "", "", "", file.toString(), variable);
            case SignIn.Environment _, SignIn.Machine _ ->
                    new SignInDraft(kind, "", "", "", true, "", "", "", "", "", "", "");
        };
    }

    private static SignInDraft keys(String id, boolean kept) {
        return new SignInDraft(SignInKind.KEYS, id, "", "", kept, "", "", "", "", "", "", "");
    }

    /**
     * The first thing that is wrong, top to bottom.
     *
     * @param before what is changed, if anything is
     */
    Optional<Complaint> complaint(Optional<Connection> before) {
        return switch (kind) {
            case KEYS -> ofKeys(before);
            case PROFILE -> missing(profile, "profile", "connection.profile.missing");
            case SSO -> ofSso();
            case ENV_FILE ->
                    isPath(envFile)
                            ? Optional.empty()
                            : Optional.of(new Complaint("envFile", "connection.envFile.missing"));
            case ENVIRONMENT, MACHINE -> Optional.empty();
        };
    }

    private Optional<Complaint> ofKeys(Optional<Connection> before) {
        if (accessKey.isBlank()) {
            return Optional.of(new Complaint("accessKey", "connection.accessKey.missing"));
        }
        return secretKey.isBlank() && kept(before).isEmpty()
                ? Optional.of(new Complaint("secretKey", "connection.secretKey.missing"))
                : Optional.empty();
    }

    private Optional<Complaint> ofSso() {
        if (Addresses.address(startUrl).isEmpty()) {
            return Optional.of(new Complaint("startUrl", "connection.startUrl.missing"));
        }
        return missing(ssoRegion, "ssoRegion", "connection.ssoRegion.missing")
                .or(() ->
                        account.strip().matches("\\d{12}")
                                ? Optional.empty()
                                : Optional.of(
                                        new Complaint("account", "connection.account.missing")))
                .or(() -> missing(role, "role", "connection.role.missing"));
    }

    private static boolean isPath(String text) {
        try {
            return !text.isBlank() && Path.of(text.strip()).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Optional<Complaint> missing(String value, String field, String messageKey) {
        return value.isBlank() ? Optional.of(new Complaint(field, messageKey)) : Optional.empty();
    }

    /** Keys of before that still hold: nothing was typed over them. */
    Optional<SignIn.SavedKeys> kept(Optional<Connection> before) {
        return before.map(Connection::signIn)
                .filter(SignIn.SavedKeys.class::isInstance)
                .map(SignIn.SavedKeys.class::cast)
                .filter(saved ->
                        secretKey.isBlank()
                                && !saved.accessKeyId().isBlank()
                                && saved.accessKeyId().equals(accessKey.strip()));
    }

    /** The keys that were typed. */
    Optional<Credentials> typed() {
        return kind == SignInKind.KEYS && !accessKey.isBlank() && !secretKey.isBlank()
                ? Optional.of(
                        new Credentials(accessKey.strip(), secretKey.strip(), sessionToken.strip()))
                : Optional.empty();
    }

    /** Call only when there is no complaint. */
    SignIn signIn(Optional<Connection> before) {
        return switch (kind) {
            case KEYS ->
                    kept(before)
                            .map(SignIn.class::cast)
                            .orElseGet(() -> new SignIn.Keys(typed().orElseThrow()));
            case PROFILE -> new SignIn.Profile(profile.strip());
            case SSO ->
                    new SignIn.SingleSignOn(
                            new SsoSession(
                                    "",
                                    Addresses.address(startUrl).orElseThrow().toString(),
                                    ssoRegion.strip(),
                                    List.of("sso:account:access")),
                            account.strip(),
                            role.strip());
            case ENV_FILE ->
                    new SignIn.EnvFile(Path.of(envFile.strip()).toAbsolutePath(), keyVariable);
            case ENVIRONMENT -> new SignIn.Environment();
            case MACHINE -> new SignIn.Machine();
        };
    }

    @Override
    public String toString() {
        return "SignInDraft[" + kind + ", " + accessKey + ", ***]";
    }
}
