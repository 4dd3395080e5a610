package org.outturn.aws.sso;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.outturn.connection.Connection;
import org.outturn.connection.SignIn;
import org.outturn.connection.SsoSession;
import org.outturn.connection.sso.SsoNeed;
import org.outturn.connection.sso.SsoNeeds;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * Which profiles of the AWS files need a sign-in at IAM Identity Center, in both forms: {@code
 * sso_session}, and {@code sso_start_url} in the profile itself. Reads the files each time it is
 * asked; what cannot be understood needs none.
 */
public final class SsoProfiles implements SsoNeeds {
    private final Path config;
    private final Path credentials;

    /**
     * @param config usually {@code ~/.aws/config}; need not exist
     * @param credentials usually {@code ~/.aws/credentials}; need not exist
     */
    public SsoProfiles(Path config, Path credentials) {
        this.config = config;
        this.credentials = credentials;
    }

    @Override
    public Optional<SsoNeed> of(Connection connection) {
        return switch (connection.signIn()) {
            case SignIn.SingleSignOn(SsoSession session, String account, String role) ->
                    Optional.of(new SsoNeed(session, Optional.of(account), Optional.of(role)));
            case SignIn.Profile(String name) -> ofProfile(read(), name);
            default -> Optional.empty();
        };
    }

    /**
     * The role that a profile has its keys from, when it names one and no other role on top of it.
     */
    public Optional<SignIn.SingleSignOn> direct(String profile) {
        ProfileFile file = read();
        return file.profile(profile)
                .filter(found -> found.property("role_arn").isEmpty())
                .flatMap(found -> need(file, found))
                .flatMap(SsoNeed::complete);
    }

    /** The address of a service in the {@code services} section of a profile of the session. */
    Optional<String> serviceUrl(SsoSession session, String service) {
        ProfileFile file = read();
        return file.profiles().values().stream()
                .filter(profile ->
                        session(file, profile)
                                .filter(found -> sameCache(found, session))
                                .isPresent())
                .flatMap(profile -> profile.property("services").stream())
                .flatMap(name -> file.getSection("services", name).stream())
                .flatMap(section -> nested(section, service))
                .findFirst();
    }

    private static boolean sameCache(SsoSession one, SsoSession other) {
        return one.name().equals(other.name()) && one.startUrl().equals(other.startUrl());
    }

    private static Stream<String> nested(Profile services, String service) {
        return services.property(service).stream()
                .flatMap(String::lines)
                .map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].strip().equals("endpoint_url"))
                .map(pair -> pair[1].strip());
    }

    private static Optional<SsoNeed> ofProfile(ProfileFile file, String name) {
        Set<String> seen = new HashSet<>();
        Optional<Profile> next = file.profile(name);
        while (next.isPresent() && seen.add(next.get().name())) {
            Profile profile = next.get();
            Optional<SsoNeed> need = need(file, profile);
            if (need.isPresent()) {
                boolean picks = profile.name().equals(name);
                // a role on top of a role that nobody named cannot be had by picking
                return need.filter(found -> picks || found.complete().isPresent());
            }
            next = profile.property("source_profile").flatMap(file::profile);
        }
        return Optional.empty();
    }

    private static Optional<SsoNeed> need(ProfileFile file, Profile profile) {
        return session(file, profile)
                .map(session ->
                        new SsoNeed(
                                session,
                                text(profile, "sso_account_id"),
                                text(profile, "sso_role_name")));
    }

    private static Optional<SsoSession> session(ProfileFile file, Profile profile) {
        Optional<String> name = text(profile, "sso_session");
        Optional<Profile> section = name.flatMap(found -> file.getSection("sso-session", found));
        if (name.isPresent() && section.isEmpty()) {
            return Optional.empty();
        }
        Profile from = section.orElse(profile);
        return text(from, "sso_start_url")
                .flatMap(url ->
                        text(from, "sso_region")
                                .map(region ->
                                        new SsoSession(
                                                name.orElse(""), url, region, scopes(from))));
    }

    private static List<String> scopes(Profile section) {
        return section.property("sso_registration_scopes").stream()
                .flatMap(all -> Stream.of(all.split(",")))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .toList();
    }

    private static Optional<String> text(Profile section, String name) {
        return section.property(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    private ProfileFile read() {
        ProfileFile.Aggregator all = ProfileFile.aggregator();
        add(all, credentials, ProfileFile.Type.CREDENTIALS);
        add(all, config, ProfileFile.Type.CONFIGURATION);
        return all.build();
    }

    private static void add(ProfileFile.Aggregator all, Path file, ProfileFile.Type type) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            all.addFile(ProfileFile.builder().content(file).type(type).build());
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            // whoever lists the profiles says what is wrong with the file
        }
    }
}
