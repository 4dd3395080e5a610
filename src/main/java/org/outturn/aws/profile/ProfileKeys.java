package org.outturn.aws.profile;

import java.time.Duration;
import java.util.Optional;
import org.outturn.aws.GivenKeys;
import org.outturn.aws.KeySource;
import org.outturn.connection.Connection;
import org.outturn.connection.SignIn;
import org.outturn.connection.SsoSession;
import org.outturn.connection.profile.KeyOrigin;
import org.outturn.connection.profile.KeyPlanner;
import org.outturn.connection.profile.ProfileBook;
import org.outturn.failure.Failure;
import software.amazon.awssdk.http.TlsTrustManagersProvider;

/**
 * The keys of profiles, of single sign-on, of the environment's variables, and of the cloud machine
 * where a connection asks for that. The keys of roles are kept in memory until they end, for all
 * connections: nobody is asked twice for the code of the same session.
 */
public final class ProfileKeys implements KeySource {
    /** An operator has to find the device and type; its codes change twice a minute. */
    private static final Duration PROMPT = Duration.ofMinutes(5);

    /** A program may ask the operator for something first; it ends itself before this. */
    private static final Duration PROGRAM = KeyProgram.TIME.plusSeconds(5);

    /** Roles that are taken with roles ask one after the other. */
    private static final Duration ROLES = Duration.ofSeconds(30);

    private final KeyWorld world;
    private final RoleCache roles;

    public ProfileKeys(KeyWorld world) {
        this.world = world;
        this.roles = new RoleCache(world.clock());
    }

    @Override
    public GivenKeys keys(Connection connection, TlsTrustManagersProvider trust) {
        return switch (connection.signIn()) {
            case SignIn.Profile(String name) -> profile(name, connection, trust);
            case SignIn.SingleSignOn(SsoSession session, String account, String role) ->
                    new GivenKeys(
                            new ToldKeys(world.sso().keys(session, account, role), world.secrets()),
                            true,
                            Optional.of(ROLES));
            case SignIn.Environment _ -> environment(connection, trust);
            case SignIn.Machine _ ->
                    new GivenKeys(
                            new ToldKeys(
                                    MachineKeys.ofMachine(world.environment()), world.secrets()),
                            false,
                            Optional.empty());
            case SignIn.Keys _, SignIn.SavedKeys _, SignIn.EnvFile _ ->
                    KeySource.NOBODY.keys(connection, trust);
        };
    }

    private GivenKeys profile(String name, Connection connection, TlsTrustManagersProvider trust) {
        var following =
                new FollowingKeys(
                        world,
                        name,
                        (book, origin) -> givers(book, trust, connection).provider(name, origin));
        KeyOrigin origin = following.origin();
        return new GivenKeys(following, hasEnd(origin), Optional.of(patience(origin)));
    }

    private GivenKeys environment(Connection connection, TlsTrustManagersProvider trust) {
        ProfileBook book = ProfileBook.read(world.files());
        KeyOrigin origin =
                new KeyPlanner(book, world.environment())
                        .ofEnvironment()
                        .orElseThrow(() ->
                                Wrong.failure(
                                        connection.name(),
                                        "the variables name no keys",
                                        Failure.SignInMissing::new));
        return new GivenKeys(
                givers(book, trust, connection).provider("", origin),
                false,
                Optional.of(patience(origin)));
    }

    private KeyGivers givers(
            ProfileBook book, TlsTrustManagersProvider trust, Connection connection) {
        return new KeyGivers(world, roles, book, new StsTrust(trust, connection.endpoint()));
    }

    private static boolean hasEnd(KeyOrigin origin) {
        return origin.chain().stream()
                .anyMatch(one ->
                        one instanceof KeyOrigin.SingleSignOn || one instanceof KeyOrigin.Login);
    }

    private static Duration patience(KeyOrigin origin) {
        Duration longest = Duration.ZERO;
        for (KeyOrigin one : origin.chain()) {
            Duration needed =
                    switch (one) {
                        case KeyOrigin.Fixed _ -> Duration.ZERO;
                        case KeyOrigin.Role(KeyOrigin.RoleRequest request, _) ->
                                request.device().isPresent() ? PROMPT : ROLES;
                        case KeyOrigin.Program _ -> PROGRAM;
                        default -> ROLES;
                    };
            longest = longest.compareTo(needed) < 0 ? needed : longest;
        }
        // a profile may change while it is open
        return longest.isZero() ? ROLES : longest;
    }
}
