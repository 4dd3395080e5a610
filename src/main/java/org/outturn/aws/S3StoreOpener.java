package org.outturn.aws;

import java.time.Duration;
import java.util.function.Function;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.ServerTrust;
import org.outturn.connection.StoreOpener;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.ObjectStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Opens connections through the AWS SDK. Keys come from the connection or from whom it names and
 * from nowhere else: never from a default chain, never unasked from the metadata service of a cloud
 * machine.
 */
public final class S3StoreOpener implements StoreOpener {
    private final KeySource keys;
    private final Function<ServerTrust, Trust> trust;
    private final Bandwidth bandwidth;
    private final Timeouts timeouts;
    private final CopyLimits copyLimits;

    /**
     * @param keys whom connections may name that do not hold their keys themselves
     * @param bandwidth what all transfers of all connections may use together
     */
    public S3StoreOpener(KeySource keys, Bandwidth bandwidth) {
        this(keys, Trust::of, bandwidth, Timeouts.DEFAULTS, CopyLimits.DEFAULTS);
    }

    S3StoreOpener(KeySource keys, Trust trust, Bandwidth bandwidth) {
        this(keys, _ -> trust, bandwidth, Timeouts.DEFAULTS, CopyLimits.DEFAULTS);
    }

    S3StoreOpener(
            KeySource keys,
            Function<ServerTrust, Trust> trust,
            Bandwidth bandwidth,
            Timeouts timeouts,
            CopyLimits copyLimits) {
        this.keys = keys;
        this.trust = trust;
        this.bandwidth = bandwidth;
        this.timeouts = timeouts;
        this.copyLimits = copyLimits;
    }

    /** One that opens stores with another patience. */
    public S3StoreOpener with(Timeouts other) {
        return new S3StoreOpener(keys, trust, bandwidth, other, copyLimits);
    }

    @Override
    public ObjectStore open(Connection connection) {
        PlainLine.check(connection);
        Trust trusted = trust.apply(connection.server().trust());
        SignInProvider signIn =
                connection
                        .signIn()
                        .keys()
                        .map(S3StoreOpener::fixed)
                        .orElseGet(() -> given(keys.keys(connection, trusted)));
        return new S3ObjectStore(
                Server.of(connection), signIn, trusted, bandwidth, timeouts, copyLimits);
    }

    private SignInProvider given(GivenKeys given) {
        return new SignInProvider(
                given.provider(), given.expires(), given.patience().orElse(timeouts.silence()));
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
}
