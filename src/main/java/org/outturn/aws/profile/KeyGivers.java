package org.outturn.aws.profile;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.outturn.connection.Credentials;
import org.outturn.connection.SsoSession;
import org.outturn.connection.profile.KeyOrigin;
import org.outturn.connection.profile.KeyOrigin.RoleRequest;
import org.outturn.connection.profile.Profile;
import org.outturn.connection.profile.ProfileBook;
import org.outturn.connection.profile.ProfileSettings;
import org.outturn.connection.sso.SsoNeed;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.SignInFailure;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Makes whoever gives the keys that were planned, from the files as they were read. */
final class KeyGivers {
    private static final Duration BEFORE = Duration.ofMinutes(5);

    private final KeyWorld world;
    private final RoleCache roles;
    private final ProfileBook book;
    private final ProfileSettings settings;
    private final StsTrust trust;

    KeyGivers(KeyWorld world, RoleCache roles, ProfileBook book, StsTrust trust) {
        this.world = world;
        this.roles = roles;
        this.book = book;
        this.settings = new ProfileSettings(book, world.environment());
        this.trust = trust;
    }

    /**
     * @param opened the profile that was opened, which says where all token services of its chain
     *     are, as with the AWS CLI; empty for the variables alone
     * @throws org.outturn.failure.FailureException if it is plain that there will be no keys
     */
    AwsCredentialsProvider provider(String opened, KeyOrigin origin) {
        return switch (origin) {
            case KeyOrigin.Fixed(Credentials keys) ->
                    StaticCredentialsProvider.create(told(fixed(keys)));
            case KeyOrigin.Role role -> role(opened, role);
            case KeyOrigin.TokenFile(RoleRequest request, var file) -> {
                StsRequests sts = sts(place(opened));
                yield new RenewedKeys(() -> sts.byToken(request, file), BEFORE, world.clock());
            }
            case KeyOrigin.SingleSignOn(SsoSession session, String account, String role) ->
                    new ToldKeys(world.sso().keys(session, account, role), world.secrets());
            case KeyOrigin.AnyRole(SsoNeed _) ->
                    throw Wrong.failure(
                            opened, "account and role are not picked", Failure.SignInMissing::new);
            case KeyOrigin.Login(String session) ->
                    new ToldKeys(
                            LoginKeys.of(
                                    session,
                                    place(opened, "signin"),
                                    world.environment(),
                                    world.files().home()),
                            world.secrets());
            case KeyOrigin.Program(String command) -> {
                var program = new KeyProgram(opened, command, world.files().home());
                yield new RenewedKeys(() -> told(program.run()), BEFORE, world.clock());
            }
            case KeyOrigin.Machine _ -> {
                checkAskedFor(opened);
                yield new ToldKeys(MachineKeys.ofMachine(world.environment()), world.secrets());
            }
            case KeyOrigin.Container _ -> {
                checkAskedFor(opened);
                yield new ToldKeys(MachineKeys.ofContainer(), world.secrets());
            }
        };
    }

    private AwsCredentialsProvider role(String opened, KeyOrigin.Role role) {
        StsPlace place = place(opened);
        AwsCredentialsProvider source = provider(opened, role.source());
        StsRequests sts = sts(place);
        return roles.keys(role, place, () -> sts.role(role.request(), source, world.prompt()));
    }

    private void checkAskedFor(String opened) {
        if (!world.machineAskedFor().getAsBoolean()) {
            throw Wrong.failure(
                    opened,
                    "the metadata service is not asked unless somebody says so",
                    SignInFailure.MachineNotAsked::new);
        }
    }

    private StsRequests sts(StsPlace place) {
        return new StsRequests(place, trust.at(place.endpoint()), world.secrets());
    }

    private StsPlace place(String opened) {
        return place(opened, "sts");
    }

    private StsPlace place(String opened, String service) {
        Optional<Profile> profile = book.profile(opened);
        String region = profile.map(settings::region).orElseGet(settings::region);
        Optional<String> endpoint =
                profile.isPresent()
                        ? settings.endpoint(profile.get(), service)
                        : settings.endpoint(service);
        Optional<URI> address = endpoint.flatMap(ProfileSettings::address);
        if (endpoint.isPresent() && address.isEmpty()) {
            throw broken(opened, "endpoint_url", "the address of a service is none");
        }
        if (address.isPresent() && !trust.mayAnswer(address.get())) {
            throw broken(
                    opened,
                    "endpoint_url = http://\u2026 (" + service + ")",
                    "the keys of a role would come over a line that others can read");
        }
        return new StsPlace(region, address);
    }

    private static FailureException broken(String opened, String property, String why) {
        return Wrong.failure(
                opened,
                why,
                (attempt, technical) ->
                        new SignInFailure.ProfileBroken(property, attempt, technical));
    }

    private <T extends AwsCredentials> T told(T keys) {
        ToldKeys.tell(keys, world.secrets());
        return keys;
    }

    private static AwsCredentials fixed(Credentials keys) {
        return keys.sessionToken().isEmpty()
                ? AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey())
                : AwsSessionCredentials.create(
                        keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken());
    }
}
