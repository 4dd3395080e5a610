package org.outturn.connection;

import java.nio.file.Path;
import java.util.Optional;

/** As whom a connection signs its requests. */
public sealed interface SignIn {

    /** Keys that are held in memory only. */
    record Keys(Credentials credentials) implements SignIn {}

    /**
     * A profile of the AWS configuration files; what it names is read and renewed as long as it is
     * used.
     *
     * @param name as in the files
     */
    record Profile(String name) implements SignIn {}

    /**
     * A role of an account at IAM Identity Center that the operator picked, where no profile names
     * one.
     *
     * @param account 12 digits
     * @param role the permission set's name
     */
    record SingleSignOn(SsoSession session, String account, String role) implements SignIn {}

    /**
     * Keys that the system's keyring holds.
     *
     * @param accessKeyId not a secret: shown, so that one can tell keys apart
     * @param entry what they are filed under; empty when they are not kept and have to be typed
     *     again after each start
     */
    record SavedKeys(String accessKeyId, String entry) implements SignIn {}

    /**
     * The keys of a {@code .env} file, read anew whenever the connection is opened.
     *
     * @param file absolute
     * @param keyVariable the variable that holds the access key's id, for files with several keys;
     *     empty for the first keys that there are
     */
    record EnvFile(Path file, String keyVariable) implements SignIn {
        /** The first keys that there are. */
        public EnvFile(Path file) {
            this(file, "");
        }
    }

    /**
     * What the variables of the environment name besides keys: a role and the file of a token that
     * is kept fresh there ({@code AWS_ROLE_ARN}, {@code AWS_WEB_IDENTITY_TOKEN_FILE}).
     */
    record Environment() implements SignIn {}

    /** The cloud machine that this runs on, by its metadata service; only when asked for. */
    record Machine() implements SignIn {}

    /** The keys, when they are held here. */
    default Optional<Credentials> keys() {
        return this instanceof Keys(Credentials credentials)
                ? Optional.of(credentials)
                : Optional.empty();
    }
}
