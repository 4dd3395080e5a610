package org.outturn.aws.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.outturn.aws.RetryRules;
import org.outturn.aws.RoleFailures;
import org.outturn.connection.CodePrompt;
import org.outturn.connection.profile.KeyOrigin.RoleRequest;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.SignInFailure;
import org.outturn.failure.Technical;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.TlsTrustManagersProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * Asks a token service for the keys of a role. All that the SDK would take from the environment and
 * the profile is given here.
 */
final class StsRequests {
    private static final Duration CONNECT = Duration.ofSeconds(4);
    private static final Duration SILENCE = Duration.ofSeconds(8);

    /** What a role's doings are filed under when a profile does not say. */
    private static final String SESSION = "outturn";

    private final StsPlace place;
    private final @Nullable TlsTrustManagersProvider trust;
    private final Consumer<String> secrets;
    private final RoleFailures failures = new RoleFailures();

    StsRequests(
            StsPlace place, @Nullable TlsTrustManagersProvider trust, Consumer<String> secrets) {
        this.place = place;
        this.trust = trust;
        this.secrets = secrets;
    }

    /**
     * Takes a role with other keys. Blocks; asks for a code if the request names a device.
     *
     * @throws FailureException if there are no keys
     */
    AwsSessionCredentials role(
            RoleRequest request, AwsCredentialsProvider source, CodePrompt prompt) {
        // whoever has no keys at all is not asked for a code
        source.resolveCredentials();
        Optional<String> code = request.device().map(device -> code(request, device, prompt));
        try (StsClient client = client(source)) {
            Credentials given =
                    client.assumeRole(r ->
                                    r.roleArn(request.arn())
                                            .roleSessionName(request.sessionName().orElse(SESSION))
                                            .externalId(request.externalId().orElse(null))
                                            .serialNumber(request.device().orElse(null))
                                            .tokenCode(code.orElse(null))
                                            .durationSeconds(request.seconds().orElse(null)))
                            .credentials();
            return told(given);
        } catch (SdkException | FailureException e) {
            FailureException why = failures.ofRole(e, request.arn());
            if (code.isPresent() && failures.isDenial(e)) {
                throw new FailureException(
                        new SignInFailure.CodeRefused(
                                why.failure().attempt(), why.failure().technical()));
            }
            throw why;
        }
    }

    private String code(RoleRequest request, String device, CodePrompt prompt) {
        return prompt.code(request.profile(), device)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() ->
                        Wrong.failure(
                                request.profile(),
                                "no code was given",
                                SignInFailure.CodeMissing::new));
    }

    /**
     * Takes a role with the token that a file holds now. Blocks.
     *
     * @throws FailureException if there are no keys
     */
    AwsSessionCredentials byToken(RoleRequest request, Path file) {
        String token = token(file);
        secrets.accept(token);
        try (StsClient client = client(AnonymousCredentialsProvider.create())) {
            Credentials given =
                    client.assumeRoleWithWebIdentity(r ->
                                    r.roleArn(request.arn())
                                            .roleSessionName(request.sessionName().orElse(SESSION))
                                            .webIdentityToken(token)
                                            .durationSeconds(request.seconds().orElse(null)))
                            .credentials();
            return told(given);
        } catch (SdkException e) {
            throw failures.ofTokenFile(e, request.arn());
        }
    }

    private static String token(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new FailureException(
                    new Failure.LocalFile(
                            file.toString(),
                            new Attempt("AssumeRoleWithWebIdentity", file.toString()),
                            Technical.of(e.getClass().getSimpleName())));
        }
    }

    private AwsSessionCredentials told(Credentials given) {
        secrets.accept(given.secretAccessKey());
        secrets.accept(given.sessionToken());
        return AwsSessionCredentials.builder()
                .accessKeyId(given.accessKeyId())
                .secretAccessKey(given.secretAccessKey())
                .sessionToken(given.sessionToken())
                .expirationTime(given.expiration())
                .build();
    }

    private StsClient client(AwsCredentialsProvider keys) {
        Apache5HttpClient.Builder http =
                Apache5HttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE)
                        .expectContinueEnabled(false);
        if (trust != null) {
            http.tlsTrustManagersProvider(trust);
        }
        StsClientBuilder builder =
                StsClient.builder()
                        .httpClientBuilder(http)
                        .region(Region.of(place.region()))
                        .credentialsProvider(keys)
                        .dualstackEnabled(false)
                        .fipsEnabled(false)
                        .overrideConfiguration(o ->
                                o.retryStrategy(RetryRules.standard())
                                        .defaultProfileFile(ProfileFile.aggregator().build())
                                        .defaultProfileName(""));
        place.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }
}
