package org.outturn.aws.sso;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.outturn.connection.SsoSession;
import org.outturn.connection.profile.SsoProfiles;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ssooidc.endpoints.SsoOidcEndpointProvider;

/**
 * Where the two services of a session are (AWS SDKs and Tools reference guide, "Service-specific
 * endpoints"): {@code AWS_ENDPOINT_URL_SSO_OIDC} and {@code AWS_ENDPOINT_URL_SSO}, then the {@code
 * services} section of a profile that uses the session, then AWS. The settings that name no service
 * are not looked at: they say where the buckets are, on servers where nobody signs in.
 */
final class SsoEndpoints {
    private final Map<String, String> environment;
    private final SsoProfiles profiles;

    SsoEndpoints(Map<String, String> environment, SsoProfiles profiles) {
        this.environment = Map.copyOf(environment);
        this.profiles = profiles;
    }

    /** The OIDC service, when it is not where AWS has it. */
    Optional<URI> oidc(SsoSession session) {
        return named(session, "AWS_ENDPOINT_URL_SSO_OIDC", "sso_oidc");
    }

    /** The access portal's service, when it is not where AWS has it. */
    Optional<URI> portal(SsoSession session) {
        return named(session, "AWS_ENDPOINT_URL_SSO", "sso");
    }

    /** The page that a browser signs in at, which is no operation of the service's. */
    String authorize(SsoSession session) {
        URI base =
                oidc(session)
                        .orElseGet(() ->
                                SsoOidcEndpointProvider.defaultProvider()
                                        .resolveEndpoint(p -> p.region(Region.of(session.region())))
                                        .join()
                                        .endpointUrl()
                                        .toUri());
        return base.toString().replaceFirst("/+$", "") + "/authorize";
    }

    private Optional<URI> named(SsoSession session, String variable, String service) {
        if ("true".equalsIgnoreCase(environment.get("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"))) {
            return Optional.empty();
        }
        return Optional.ofNullable(environment.get(variable))
                .or(() -> profiles.serviceUrl(session, service))
                .map(String::strip)
                .filter(text -> text.startsWith("http://") || text.startsWith("https://"))
                .flatMap(SsoEndpoints::uri);
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text)).filter(uri -> uri.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
