package org.outturn.connection.profile;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.outturn.connection.Credentials;
import org.outturn.connection.SsoSession;
import org.outturn.connection.profile.KeyOrigin.RoleRequest;
import org.outturn.connection.profile.PlanFault.Kind;
import org.outturn.connection.sso.SsoNeed;

/**
 * Finds out where a profile's keys come from, in the order in which the AWS CLI looks: a role with
 * a source, a token file, single sign-on, keys of the credentials file, a console sign-in, a
 * program, keys of the config file. Reads nothing but the book and the variables.
 */
public final class KeyPlanner {
    private static final String ID = "aws_access_key_id";
    private static final String SECRET = "aws_secret_access_key";
    private static final String ROLE = "role_arn";
    private static final String TOKEN_FILE = "web_identity_token_file";

    private final ProfileBook book;
    private final Map<String, String> environment;

    /**
     * @param environment for {@code credential_source = Environment}
     */
    public KeyPlanner(ProfileBook book, Map<String, String> environment) {
        this.book = book;
        this.environment = environment;
    }

    /** Where the profile's keys come from, or why there are none. Never throws. */
    public KeyPlan plan(String name) {
        try {
            Profile profile =
                    book.profile(name).orElseThrow(() -> new Wrong(Kind.GONE, name, "", name));
            KeyOrigin origin =
                    hasRole(profile)
                            ? role(profile, new ArrayList<>(List.of(name)))
                            : own(profile)
                                    .orElseThrow(() -> new Wrong(Kind.NOTHING, name, "", name));
            return new KeyPlan.Found(origin);
        } catch (Wrong wrong) {
            return new KeyPlan.Faulty(wrong.fault);
        }
    }

    /** Where the keys come from that the environment's variables name. */
    public Optional<KeyOrigin> ofEnvironment() {
        return EnvironmentKeys.keys(environment)
                .<KeyOrigin>map(KeyOrigin.Fixed::new)
                .or(() -> EnvironmentKeys.tokenFile(environment, book.files()));
    }

    private static boolean hasRole(Profile profile) {
        return profile.has(ROLE) && !profile.has(TOKEN_FILE);
    }

    private static boolean hasKeys(Profile profile) {
        return profile.has(ID) || profile.has(SECRET);
    }

    private KeyOrigin role(Profile profile, List<String> visited) throws Wrong {
        Optional<String> source = profile.text("source_profile");
        Optional<String> place = profile.text("credential_source");
        if (source.isPresent() && place.isPresent()) {
            throw new Wrong(Kind.TWO_SOURCES, profile.name(), "credential_source", "");
        }
        RoleRequest request = request(profile);
        if (place.isPresent()) {
            return new KeyOrigin.Role(request, place(profile, place.get()));
        }
        String from =
                source.orElseThrow(
                        () -> new Wrong(Kind.LACKS, profile.name(), ROLE, "source_profile"));
        return new KeyOrigin.Role(request, source(profile, from, visited));
    }

    /** The rules for a profile that names itself or one that led here are those of the AWS CLI. */
    private KeyOrigin source(Profile profile, String from, List<String> visited) throws Wrong {
        Profile source =
                book.profile(from)
                        .orElseThrow(() ->
                                new Wrong(
                                        Kind.SOURCE_GONE, profile.name(), "source_profile", from));
        boolean itself = from.equals(profile.name());
        if (visited.contains(from) && !(itself && hasKeys(source))) {
            throw new Wrong(Kind.LOOP, profile.name(), "source_profile", from);
        }
        visited.add(from);
        if (hasRole(source) && !hasKeys(source)) {
            return role(source, visited);
        }
        return own(source)
                .orElseThrow(
                        () -> new Wrong(Kind.SOURCE_EMPTY, profile.name(), "source_profile", from));
    }

    private KeyOrigin place(Profile profile, String place) throws Wrong {
        return switch (place) {
            case "Environment" ->
                    EnvironmentKeys.keys(environment)
                            .<KeyOrigin>map(KeyOrigin.Fixed::new)
                            .orElseThrow(() ->
                                    new Wrong(
                                            Kind.LACKS,
                                            profile.name(),
                                            "credential_source",
                                            "AWS_ACCESS_KEY_ID"));
            case "Ec2InstanceMetadata" -> new KeyOrigin.Machine();
            case "EcsContainer" -> new KeyOrigin.Container();
            default ->
                    throw new Wrong(Kind.SOURCE_UNKNOWN, profile.name(), "credential_source", "");
        };
    }

    private static RoleRequest request(Profile profile) throws Wrong {
        return new RoleRequest(
                profile.name(),
                profile.text(ROLE)
                        .orElseThrow(() -> new Wrong(Kind.LACKS, profile.name(), ROLE, ROLE)),
                profile.text("role_session_name"),
                profile.text("external_id"),
                profile.text("mfa_serial"),
                profile.text("duration_seconds").flatMap(KeyPlanner::number));
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            // the AWS CLI goes on without it as well
            return Optional.empty();
        }
    }

    /** The keys that a profile has without a role that needs others. */
    private Optional<KeyOrigin> own(Profile profile) throws Wrong {
        Optional<String> tokenFile = profile.text(TOKEN_FILE);
        if (tokenFile.isPresent()) {
            return Optional.of(
                    new KeyOrigin.TokenFile(request(profile), path(profile, tokenFile.get())));
        }
        if (SsoOfProfile.namesRole(profile)) {
            return Optional.of(singleSignOn(profile));
        }
        if (profile.credentials().value(ID).isPresent()) {
            return Optional.of(keys(profile, profile.credentials()));
        }
        Optional<String> login = profile.text("login_session");
        if (login.isPresent()) {
            return login.map(KeyOrigin.Login::new);
        }
        Optional<String> program = profile.text("credential_process");
        if (program.isPresent()) {
            return program.map(KeyOrigin.Program::new);
        }
        if (profile.config().value(ID).isPresent()) {
            return Optional.of(keys(profile, profile.config()));
        }
        if (profile.has(SECRET)) {
            throw new Wrong(Kind.LACKS, profile.name(), SECRET, ID);
        }
        return SsoOfProfile.namesSession(profile)
                ? Optional.of(singleSignOn(profile))
                : Optional.empty();
    }

    /** Both keys stand in the same file, as the AWS CLI wants it: else they may not fit. */
    private static KeyOrigin keys(Profile profile, Section section) throws Wrong {
        String id = said(profile, section, ID);
        String secret = said(profile, section, SECRET);
        String token =
                section.value("aws_session_token")
                        .or(() -> section.value("aws_security_token"))
                        .map(Blank::strip)
                        .orElse("");
        return new KeyOrigin.Fixed(new Credentials(id, secret, token));
    }

    private static String said(Profile profile, Section section, String property) throws Wrong {
        return section.value(property)
                .map(Blank::strip)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new Wrong(Kind.LACKS, profile.name(), ID, property));
    }

    private KeyOrigin singleSignOn(Profile profile) throws Wrong {
        SsoNeed need = new SsoOfProfile(book).need(profile);
        SsoSession session = need.session();
        return need.account().isPresent() && need.role().isPresent()
                ? new KeyOrigin.SingleSignOn(session, need.account().get(), need.role().get())
                : new KeyOrigin.AnyRole(need);
    }

    private Path path(Profile profile, String text) throws Wrong {
        try {
            return book.files().expanded(text);
        } catch (InvalidPathException e) {
            throw new Wrong(Kind.LACKS, profile.name(), TOKEN_FILE, TOKEN_FILE);
        }
    }

    /** Ends the planning. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient PlanFault fault;

        Wrong(Kind kind, String profile, String property, String word) {
            super(kind.name());
            this.fault = new PlanFault(kind, profile, property, word);
        }
    }
}
