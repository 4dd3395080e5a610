package org.outturn.connection.profile;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.outturn.connection.Credentials;
import org.outturn.connection.SsoSession;
import org.outturn.connection.sso.SsoNeed;

/** Where a profile's keys come from. Never prints a secret. */
public sealed interface KeyOrigin {

    /** They stand in a file or in variables. */
    record Fixed(Credentials credentials) implements KeyOrigin {}

    /**
     * A role that is taken with other keys (STS API reference, AssumeRole).
     *
     * @param source where those come from
     */
    record Role(RoleRequest request, KeyOrigin source) implements KeyOrigin {}

    /**
     * A role that is taken with a token from a file, which somebody else keeps fresh (STS API
     * reference, AssumeRoleWithWebIdentity).
     *
     * @param file read each time
     */
    record TokenFile(RoleRequest request, Path file) implements KeyOrigin {}

    /** A role of an account at IAM Identity Center. */
    record SingleSignOn(SsoSession session, String account, String role) implements KeyOrigin {}

    /** The same, where the operator has to say which account and role. */
    record AnyRole(SsoNeed need) implements KeyOrigin {}

    /**
     * A sign-in with the console's user, as {@code aws login} makes it.
     *
     * @param session the ARN that the cached token is filed under
     */
    record Login(String session) implements KeyOrigin {}

    /** A program prints them. Its line may hold secrets, and does not print. */
    record Program(String command) implements KeyOrigin {
        @Override
        public String toString() {
            return "Program[***]";
        }
    }

    /** The cloud machine that this runs on. */
    record Machine() implements KeyOrigin {}

    /** The container that this runs in. */
    record Container() implements KeyOrigin {}

    /** This and all that it takes its first keys from, outermost first. */
    default List<KeyOrigin> chain() {
        return this instanceof Role(RoleRequest _, KeyOrigin source)
                ? Stream.concat(Stream.of(this), source.chain().stream()).toList()
                : List.of(this);
    }

    /**
     * Which role is wanted, and how (AWS SDKs and Tools reference guide, "Assume role credential
     * provider").
     *
     * @param profile where it is written down
     * @param arn the role's
     * @param sessionName what the role's doings are filed under; empty for one of ours
     * @param externalId empty for none
     * @param device serial number or ARN of the device whose code is needed; empty for none
     * @param seconds how long the keys shall last; empty for the role's own default of an hour
     */
    record RoleRequest(
            String profile,
            String arn,
            Optional<String> sessionName,
            Optional<String> externalId,
            Optional<String> device,
            Optional<Integer> seconds) {
        @Override
        public String toString() {
            return "RoleRequest[" + profile + ", " + arn + "]";
        }
    }
}
