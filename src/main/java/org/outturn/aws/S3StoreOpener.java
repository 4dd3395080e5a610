package org.outturn.aws;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.SignIn;
import org.outturn.connection.SsoSession;
import org.outturn.connection.StoreOpener;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.ObjectStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * Opens connections through the AWS SDK. Keys come from the connection or from the profile that it
 * names and from nowhere else: never from a default chain, never from the metadata service of a
 * cloud machine.
 */
public final class S3StoreOpener implements StoreOpener {
    private static final String ACTION = "OpenProfile";
    private static final SsoKeySource NOBODY =
            (session, _, _) -> {
                throw missing(session.startUrl(), "nobody signs in there");
            };

    private final AwsFiles files;
    private final Trust trust;
    private final Bandwidth bandwidth;
    private final Timeouts timeouts;
    private final CopyLimits copyLimits;
    private final SsoKeySource roles;

    /**
     * Trusts the certificates that the Java runtime trusts.
     *
     * @param files where the profiles are
     * @param bandwidth what all transfers of all connections may use together
     */
    public S3StoreOpener(AwsFiles files, Bandwidth bandwidth) {
        this(files, Trust.ofTheRuntime(), bandwidth);
    }

    S3StoreOpener(AwsFiles files, Trust trust, Bandwidth bandwidth) {
        this(files, trust, bandwidth, Timeouts.DEFAULTS, CopyLimits.DEFAULTS);
    }

    S3StoreOpener(
            AwsFiles files,
            Trust trust,
            Bandwidth bandwidth,
            Timeouts timeouts,
            CopyLimits copyLimits) {
        this(files, trust, bandwidth, timeouts, copyLimits, NOBODY);
    }

    private S3StoreOpener(
            AwsFiles files,
            Trust trust,
            Bandwidth bandwidth,
            Timeouts timeouts,
            CopyLimits copyLimits,
            SsoKeySource roles) {
        this.files = files;
        this.trust = trust;
        this.bandwidth = bandwidth;
        this.timeouts = timeouts;
        this.copyLimits = copyLimits;
        this.roles = roles;
    }

    /** One that also opens what needs a sign-in at IAM Identity Center. */
    public S3StoreOpener with(SsoKeySource other) {
        return new S3StoreOpener(files, trust, bandwidth, timeouts, copyLimits, other);
    }

    /** One that opens stores with another patience. */
    public S3StoreOpener with(Timeouts other) {
        return new S3StoreOpener(files, trust, bandwidth, other, copyLimits, roles);
    }

    @Override
    public ObjectStore open(Connection connection) {
        SignInProvider keys =
                switch (connection.signIn()) {
                    case SignIn.Keys(Credentials credentials) -> fixed(credentials);
                    case SignIn.Profile(String name) -> profile(name);
                    case SignIn.SingleSignOn(SsoSession session, String account, String role) ->
                            new SignInProvider(
                                    roles.keys(session, account, role),
                                    true,
                                    // a token to renew, then the keys
                                    timeouts.silence().multipliedBy(2));
                    case SignIn.SavedKeys _, SignIn.EnvFile _, SignIn.Machine _ ->
                            throw missing(connection.name(), "it is not known how to sign in");
                };
        return new S3ObjectStore(
                Server.of(connection), keys, trust, bandwidth, timeouts, copyLimits);
    }

    private static SignInProvider fixed(Credentials credentials) {
        AwsCredentials keys =
                credentials.sessionToken().isEmpty()
                        ? AwsBasicCredentials.create(
                                credentials.accessKeyId(), credentials.secretAccessKey())
                        : AwsSessionCredentials.create(
                                credentials.accessKeyId(),
                                credentials.secretAccessKey(),
                                credentials.sessionToken());
        return new SignInProvider(StaticCredentialsProvider.create(keys), false, Duration.ZERO);
    }

    private SignInProvider profile(String name) {
        ProfileFile all = files.readWithRegions();
        if (all.profile(name).isEmpty()) {
            throw missing(
                    name,
                    "there is no such profile in " + files.config() + " or " + files.credentials());
        }
        if (anyInChain(all, name, S3StoreOpener::asksTheMachine)) {
            throw missing(name, "it takes its keys from the cloud machine that it runs on");
        }
        return new SignInProvider(
                ProfileCredentialsProvider.builder()
                        .profileFile(files::readWithRegions)
                        .profileName(name)
                        .build(),
                anyInChain(all, name, S3StoreOpener::isSingleSignOn),
                anyInChain(all, name, S3StoreOpener::runsProgram)
                        ? Limits.PROGRAM
                        : timeouts.silence());
    }

    private static boolean asksTheMachine(Profile profile) {
        return profile.property("credential_source")
                .filter("Ec2InstanceMetadata"::equalsIgnoreCase)
                .isPresent();
    }

    private static boolean isSingleSignOn(Profile profile) {
        return profile.property("sso_session").isPresent()
                || profile.property("sso_start_url").isPresent()
                || profile.property("login_session").isPresent();
    }

    private static boolean runsProgram(Profile profile) {
        return profile.property("credential_process").isPresent();
    }

    /** Looks at a profile and at those it takes its first keys from. */
    private static boolean anyInChain(ProfileFile all, String name, Predicate<Profile> test) {
        Set<String> seen = new HashSet<>();
        Optional<Profile> next = all.profile(name);
        while (next.isPresent() && seen.add(next.get().name())) {
            if (test.test(next.get())) {
                return true;
            }
            next =
                    next.flatMap(profile -> profile.property("source_profile"))
                            .flatMap(all::profile);
        }
        return false;
    }

    private static FailureException missing(String profile, String why) {
        return new FailureException(
                new Failure.SignInMissing(new Attempt(ACTION, profile), Technical.of(why)));
    }
}
