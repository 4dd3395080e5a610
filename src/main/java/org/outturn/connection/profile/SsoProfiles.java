package org.outturn.connection.profile;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.outturn.connection.Connection;
import org.outturn.connection.SignIn;
import org.outturn.connection.SsoSession;
import org.outturn.connection.sso.SsoNeed;
import org.outturn.connection.sso.SsoNeeds;

/**
 * Which profiles of the AWS files need a sign-in at IAM Identity Center, be it for a role on top.
 * Reads the files each time it is asked; what cannot be understood needs none.
 */
public final class SsoProfiles implements SsoNeeds {
    private final ProfileFiles files;
    private final Map<String, String> environment;

    /**
     * @param environment the variables
     */
    public SsoProfiles(ProfileFiles files, Map<String, String> environment) {
        this.files = files;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Optional<SsoNeed> of(Connection connection) {
        return switch (connection.signIn()) {
            case SignIn.SingleSignOn(SsoSession session, String account, String role) ->
                    Optional.of(new SsoNeed(session, Optional.of(account), Optional.of(role)));
            case SignIn.Profile(String name) -> of(ProfileBook.read(files), name);
            default -> Optional.empty();
        };
    }

    private Optional<SsoNeed> of(ProfileBook book, String profile) {
        return new KeyPlanner(book, environment).plan(profile) instanceof KeyPlan.Found(var origin)
                ? origin.chain().stream()
                        .flatMap(SsoProfiles::need)
                        .findFirst()
                        // a role on top of a role that nobody named cannot be had by picking
                        .filter(need -> origin.chain().size() == 1 || need.complete().isPresent())
                : Optional.empty();
    }

    private static Stream<SsoNeed> need(KeyOrigin origin) {
        return switch (origin) {
            case KeyOrigin.SingleSignOn(SsoSession session, String account, String role) ->
                    Stream.of(new SsoNeed(session, Optional.of(account), Optional.of(role)));
            case KeyOrigin.AnyRole(SsoNeed need) -> Stream.of(need);
            default -> Stream.empty();
        };
    }

    /**
     * The address of a service for a session, as a profile that uses it says it.
     *
     * @param service as in a {@code services} section, for instance {@code sso_oidc}
     */
    public Optional<String> serviceUrl(SsoSession session, String service) {
        ProfileBook book = ProfileBook.read(files);
        var settings = new ProfileSettings(book, Map.of());
        return book.profiles().values().stream()
                .filter(profile ->
                        of(book, profile.name())
                                .filter(need -> sameCache(need.session(), session))
                                .isPresent())
                .flatMap(profile -> settings.serviceEndpoint(profile, service).stream())
                .findFirst();
    }

    private static boolean sameCache(SsoSession one, SsoSession other) {
        return one.name().equals(other.name()) && one.startUrl().equals(other.startUrl());
    }
}
