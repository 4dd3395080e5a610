package org.outturn.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.sso.model.UnauthorizedException;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.ssooidc.model.AuthorizationPendingException;
import software.amazon.awssdk.services.ssooidc.model.InvalidGrantException;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientResponse;
import software.amazon.awssdk.services.ssooidc.model.StartDeviceAuthorizationResponse;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.InvalidIdentityTokenException;
import software.amazon.awssdk.services.sts.model.StsException;

/** The stand-in speaks what the SDK's own clients expect. */
class SignInStandInTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/reader";

    private final SignInStandIn aws = new SignInStandIn();

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void aDeviceIsApprovedAndItsTokenListsAccounts() {
        aws.directory().account("111122223333", "One").role("111122223333", "reader");
        try (SsoOidcClient oidc = oidc();
                SsoClient portal =
                        SsoClient.builder()
                                .region(Region.EU_CENTRAL_1)
                                .endpointOverride(aws.endpoint())
                                .credentialsProvider(AnonymousCredentialsProvider.create())
                                .build()) {
            RegisterClientResponse client =
                    oidc.registerClient(r -> r.clientName("test").clientType("public"));
            StartDeviceAuthorizationResponse device =
                    oidc.startDeviceAuthorization(r ->
                            r.clientId(client.clientId())
                                    .clientSecret(client.clientSecret())
                                    .startUrl("https://example.com/start"));
            assertThatThrownBy(() -> byDevice(oidc, client, device))
                    .isInstanceOf(AuthorizationPendingException.class);
            try (PlayedBrowser browser = new PlayedBrowser()) {
                browser.visit(URI.create(device.verificationUriComplete()));
            }
            String token = byDevice(oidc, client, device);
            assertThat(portal.listAccounts(r -> r.accessToken(token)).accountList())
                    .singleElement()
                    .satisfies(a -> assertThat(a.accountName()).isEqualTo("One"));
            assertThat(
                            portal.getRoleCredentials(r ->
                                            r.accessToken(token)
                                                    .accountId("111122223333")
                                                    .roleName("reader"))
                                    .roleCredentials()
                                    .accessKeyId())
                    .startsWith("ASIA");
            aws.revokeAll();
            assertThatThrownBy(() -> portal.listAccounts(r -> r.accessToken(token)))
                    .isInstanceOf(UnauthorizedException.class);
        }
    }

    private static String byDevice(
            SsoOidcClient oidc,
            RegisterClientResponse client,
            StartDeviceAuthorizationResponse device) {
        return oidc.createToken(r ->
                        r.clientId(client.clientId())
                                .clientSecret(client.clientSecret())
                                .grantType("urn:ietf:params:oauth:grant-type:device_code")
                                .deviceCode(device.deviceCode()))
                .accessToken();
    }

    @Test
    void aRefreshTokenThatNobodyHasIsAnInvalidGrant() {
        try (SsoOidcClient oidc = oidc()) {
            RegisterClientResponse client =
                    oidc.registerClient(r -> r.clientName("test").clientType("public"));
            assertThatThrownBy(() ->
                            oidc.createToken(r ->
                                    r.clientId(client.clientId())
                                            .clientSecret(client.clientSecret())
                                            .grantType("refresh_token")
                                            .refreshToken("none")))
                    .isInstanceOf(InvalidGrantException.class);
        }
    }

    @Test
    void aRoleIsAssumedWithTheRightCodeOnly() {
        aws.directory().user("AKIAUSER", "users-secret");
        aws.sts().mfa(ROLE, "arn:aws:iam::111122223333:mfa/me", "123456");
        try (StsClient sts = sts("users-secret")) {
            assertThat(sts.getCallerIdentity().account()).isEqualTo("111122223333");
            assertThatThrownBy(
                            () -> sts.assumeRole(r -> r.roleArn(ROLE).roleSessionName("outturn")))
                    .isInstanceOf(StsException.class)
                    .hasMessageContaining("not authorized");
            assertThat(
                            sts.assumeRole(r ->
                                            r.roleArn(ROLE)
                                                    .roleSessionName("outturn")
                                                    .serialNumber(
                                                            "arn:aws:iam::111122223333:mfa/me")
                                                    .tokenCode("123456"))
                                    .credentials()
                                    .expiration())
                    .isAfter(Instant.now().plusSeconds(3000));
        }
        try (StsClient sts = sts("another-secret")) {
            assertThatThrownBy(sts::getCallerIdentity)
                    .isInstanceOfSatisfying(
                            StsException.class,
                            e ->
                                    assertThat(e.awsErrorDetails().errorCode())
                                            .isEqualTo("SignatureDoesNotMatch"));
        }
    }

    @Test
    void aWebIdentityIsTakenForItsToken() {
        aws.sts().webIdentity(ROLE, "the-token");
        try (StsClient sts = sts("unused")) {
            assertThat(
                            sts.assumeRoleWithWebIdentity(r ->
                                            r.roleArn(ROLE)
                                                    .roleSessionName("outturn")
                                                    .webIdentityToken("the-token"))
                                    .credentials()
                                    .sessionToken())
                    .isNotBlank();
            assertThatThrownBy(() ->
                            sts.assumeRoleWithWebIdentity(r ->
                                    r.roleArn(ROLE)
                                            .roleSessionName("outturn")
                                            .webIdentityToken("no-token")))
                    .isInstanceOf(InvalidIdentityTokenException.class);
        }
    }

    @Test
    void aWrongClockIsRefused() {
        try (SignInStandIn later =
                new SignInStandIn(Clock.offset(Clock.systemUTC(), Duration.ofHours(2)))) {
            later.directory().user("AKIAUSER", "users-secret");
            try (StsClient sts = sts(later, "users-secret")) {
                assertThatThrownBy(sts::getCallerIdentity)
                        .isInstanceOf(StsException.class)
                        .hasMessageContaining("Signature expired");
            }
        }
    }

    private SsoOidcClient oidc() {
        return SsoOidcClient.builder()
                .region(Region.EU_CENTRAL_1)
                .endpointOverride(aws.endpoint())
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
    }

    private StsClient sts(String secret) {
        return sts(aws, secret);
    }

    private static StsClient sts(SignInStandIn where, String secret) {
        return StsClient.builder()
                .region(Region.EU_CENTRAL_1)
                .endpointOverride(where.endpoint())
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("AKIAUSER", secret)))
                .build();
    }
}
