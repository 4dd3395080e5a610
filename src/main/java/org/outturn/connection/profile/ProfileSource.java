package org.outturn.connection.profile;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.outturn.connection.Addressing;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.Found;
import org.outturn.connection.Identity;
import org.outturn.connection.Mark;
import org.outturn.connection.ServerOptions;
import org.outturn.connection.SignIn;
import org.outturn.connection.Trouble;
import org.outturn.connection.Watch;
import org.outturn.connection.WatchedSource;
import org.outturn.connection.files.FileWatch;

/**
 * The connections that the AWS files and the environment's variables describe: one for each profile
 * that says how to sign in, and one named {@value #ENVIRONMENT} when there are keys or a token file
 * among the variables. The profile that {@code AWS_PROFILE} names, else {@code default}, is the
 * preferred one and comes first.
 */
public final class ProfileSource implements WatchedSource {
    /** The name of the connection made from variables. */
    public static final String ENVIRONMENT = "Environment";

    /** Twice a second: two files are looked at, and a change is to show within two seconds. */
    private static final Duration PERIOD = Duration.ofMillis(500);

    private static final Identity OF_ENVIRONMENT = new Identity(Identity.Origin.ENVIRONMENT, "");

    private final ProfileFiles files;
    private final Map<String, String> environment;

    /**
     * @param environment the variables, for instance {@code System.getenv()}
     */
    public ProfileSource(ProfileFiles files, Map<String, String> environment) {
        this.files = files;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Found find() {
        ProfileBook book = ProfileBook.read(files);
        List<Connection> connections = new ArrayList<>();
        List<Trouble> troubles = new ArrayList<>(book.troubles());
        fromEnvironment(book, connections, troubles);
        var reading = new Reading(book, new ProfileSettings(book, environment));
        book.profiles().values().forEach(profile -> reading.add(profile, connections, troubles));
        Optional<Identity> preferred = preferred(book, connections, troubles);
        preferred.ifPresent(identity -> putFirst(identity, connections));
        return new Found(connections, troubles, preferred);
    }

    @Override
    public Watch watch(Runnable changed) {
        return FileWatch.of(files.both(), PERIOD, changed);
    }

    /** The profile that {@code AWS_PROFILE} names, else the one called {@code default}. */
    private Optional<Identity> preferred(
            ProfileBook book, List<Connection> connections, List<Trouble> troubles) {
        Optional<String> wanted = EnvironmentKeys.variable(environment, "AWS_PROFILE");
        wanted.filter(name -> book.profile(name).isEmpty())
                .ifPresent(name ->
                        troubles.add(
                                new Trouble(files.config(), 0, "profiles.wanted", List.of(name))));
        Identity identity = Identity.profile(wanted.orElse("default"));
        return Optional.of(identity)
                .filter(one -> connections.stream().anyMatch(c -> c.identity().equals(one)));
    }

    private static void putFirst(Identity identity, List<Connection> connections) {
        Connection first =
                connections.stream()
                        .filter(one -> one.identity().equals(identity))
                        .findFirst()
                        .orElseThrow();
        connections.remove(first);
        connections.addFirst(first);
    }

    private void fromEnvironment(
            ProfileBook book, List<Connection> connections, List<Trouble> troubles) {
        Optional<Credentials> keys = EnvironmentKeys.keys(environment);
        Optional<SignIn> signIn =
                keys.<SignIn>map(SignIn.Keys::new)
                        .or(() ->
                                EnvironmentKeys.tokenFile(environment, files)
                                        .map(_ -> new SignIn.Environment()));
        if (signIn.isEmpty()) {
            return;
        }
        var settings = new ProfileSettings(book, environment);
        Optional<String> endpoint = settings.endpoint("s3");
        Optional<URI> address = endpoint.flatMap(ProfileSettings::address);
        if (endpoint.isPresent() && address.isEmpty()) {
            troubles.add(new Trouble(files.config(), 0, "profiles.endpoint.variable", List.of()));
            return;
        }
        connections.add(
                new Connection(
                        OF_ENVIRONMENT,
                        ENVIRONMENT,
                        Mark.NONE,
                        address,
                        settings.region(),
                        Addressing.AUTO,
                        signIn.get(),
                        Optional.empty(),
                        ServerOptions.DEFAULTS.withChecksums(settings.checksums())));
    }

    /** What one profile comes to. */
    private final class Reading {
        private final ProfileBook book;
        private final ProfileSettings settings;
        private final KeyPlanner planner;

        Reading(ProfileBook book, ProfileSettings settings) {
            this.book = book;
            this.settings = settings;
            this.planner = new KeyPlanner(book, environment);
        }

        void add(Profile profile, List<Connection> connections, List<Trouble> troubles) {
            if (planner.plan(profile.name()) instanceof KeyPlan.Faulty(PlanFault fault)) {
                tell(profile, fault, troubles);
                return;
            }
            Optional<String> services = profile.text("services");
            if (services.isPresent() && !book.services().containsKey(services.get())) {
                // as with a wrong address below
                troubles.add(
                        book.trouble(
                                profile,
                                "services",
                                "profiles.services",
                                profile.name(),
                                services.get()));
                return;
            }
            Optional<String> endpoint = settings.endpoint(profile, "s3");
            Optional<URI> address = endpoint.flatMap(ProfileSettings::address);
            if (endpoint.isPresent() && address.isEmpty()) {
                // without it the profile would open AWS, which is not what it says
                troubles.add(
                        book.trouble(profile, "endpoint_url", "profiles.endpoint", profile.name()));
                return;
            }
            connections.add(
                    new Connection(
                            Identity.profile(profile.name()),
                            profile.name(),
                            Mark.NONE,
                            address,
                            settings.region(profile),
                            ProfileSettings.addressing(profile),
                            new SignIn.Profile(profile.name()),
                            Optional.empty(),
                            ServerOptions.DEFAULTS.withChecksums(settings.checksums(profile))));
        }

        /** A profile that only holds settings is none to sign in with, and no trouble. */
        private void tell(Profile profile, PlanFault fault, List<Trouble> troubles) {
            if (fault.kind() == PlanFault.Kind.NOTHING) {
                return;
            }
            Profile guilty = book.profile(fault.profile()).orElse(profile);
            troubles.add(
                    book.trouble(
                            guilty,
                            fault.property(),
                            fault.kind().messageKey(),
                            profile.name(),
                            fault.word()));
        }
    }
}
