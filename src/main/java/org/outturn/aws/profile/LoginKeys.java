package org.outturn.aws.profile;

import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.signin.SigninClient;
import software.amazon.awssdk.services.signin.SigninClientBuilder;
import software.amazon.awssdk.services.signin.auth.LoginCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The keys of a sign-in with the console's user ({@code aws login}); the token that it left is read
 * and renewed where the AWS CLI keeps it.
 */
final class LoginKeys implements AwsCredentialsProvider, SdkAutoCloseable {
    private final SigninClient client;
    private final LoginCredentialsProvider provider;

    private LoginKeys(SigninClient client, LoginCredentialsProvider provider) {
        this.client = client;
        this.provider = provider;
    }

    /** Asks nobody yet. */
    static LoginKeys of(
            String session, StsPlace place, Map<String, String> environment, Path home) {
        SigninClientBuilder builder =
                SigninClient.builder()
                        .region(Region.of(place.region()))
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .overrideConfiguration(o ->
                                o.defaultProfileFile(ProfileFile.aggregator().build())
                                        .defaultProfileName(""));
        place.endpoint().ifPresent(builder::endpointOverride);
        SigninClient client = builder.build();
        String cache = environment.getOrDefault("AWS_LOGIN_CACHE_DIRECTORY", "");
        return new LoginKeys(
                client,
                LoginCredentialsProvider.builder()
                        .signinClient(client)
                        .loginSession(session)
                        .asyncCredentialUpdateEnabled(false)
                        .tokenCacheLocation(
                                cache.isBlank()
                                        ? home.resolve(".aws").resolve("login").resolve("cache")
                                        : Path.of(cache))
                        .build());
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return provider.resolveCredentials();
    }

    @Override
    public void close() {
        provider.close();
        client.close();
    }
}
