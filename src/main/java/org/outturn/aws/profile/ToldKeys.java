package org.outturn.aws.profile;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Keys that somebody else gives; tells of their secrets before it passes them on. */
final class ToldKeys implements AwsCredentialsProvider, SdkAutoCloseable {
    private final AwsCredentialsProvider keys;
    private final Consumer<String> secrets;
    private volatile @Nullable AwsCredentials told;

    ToldKeys(AwsCredentialsProvider keys, Consumer<String> secrets) {
        this.keys = keys;
        this.secrets = secrets;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        AwsCredentials given = keys.resolveCredentials();
        if (!Objects.equals(given, told)) {
            tell(given, secrets);
            told = given;
        }
        return given;
    }

    static void tell(AwsCredentials given, Consumer<String> secrets) {
        secrets.accept(given.secretAccessKey());
        if (given instanceof AwsSessionCredentials session) {
            secrets.accept(session.sessionToken());
        }
    }

    @Override
    public void close() {
        if (keys instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
    }

    @Override
    public String toString() {
        return "ToldKeys[***]";
    }
}
