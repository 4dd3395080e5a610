package org.outturn.aws.sso;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.outturn.aws.SideServices;
import org.outturn.connection.SsoSession;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;

/** The clients of both services, by region and address, over the same connections. */
final class SsoClients implements AutoCloseable {
    private final SsoEndpoints endpoints;
    private final SdkHttpClient connections = SideServices.connections();
    private final Map<String, SsoOidcClient> oidc = new ConcurrentHashMap<>();
    private final Map<String, SsoClient> portal = new ConcurrentHashMap<>();

    SsoClients(SsoEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    SsoOidcClient oidc(SsoSession session) {
        var where = endpoints.oidc(session);
        return oidc.computeIfAbsent(
                session.region() + where,
                _ -> {
                    var builder = SsoOidcClient.builder().httpClient(connections);
                    configure(builder, session);
                    where.ifPresent(builder::endpointOverride);
                    return builder.build();
                });
    }

    SsoClient portal(SsoSession session) {
        var where = endpoints.portal(session);
        return portal.computeIfAbsent(
                session.region() + where,
                _ -> {
                    var builder = SsoClient.builder().httpClient(connections);
                    configure(builder, session);
                    where.ifPresent(builder::endpointOverride);
                    return builder.build();
                });
    }

    String authorizePage(SsoSession session) {
        return endpoints.authorize(session);
    }

    private static void configure(AwsClientBuilder<?, ?> builder, SsoSession session) {
        builder.region(Region.of(session.region()))
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .dualstackEnabled(false)
                .fipsEnabled(false)
                .overrideConfiguration(SideServices.configuration());
    }

    @Override
    public void close() {
        oidc.values().forEach(SsoOidcClient::close);
        portal.values().forEach(SsoClient::close);
        connections.close();
    }
}
