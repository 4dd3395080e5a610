package org.outturn.connection.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.outturn.connection.SsoSession;
import org.outturn.connection.profile.PlanFault.Kind;
import org.outturn.connection.sso.SsoNeed;

/** The single sign-on of profiles, in its present and in its legacy form. */
public final class SsoOfProfile {
    private static final String SESSION = "sso_session";
    private static final String START = "sso_start_url";
    private static final String REGION = "sso_region";
    private static final String SCOPES = "sso_registration_scopes";
    private static final String ACCOUNT = "sso_account_id";
    private static final String ROLE = "sso_role_name";

    private final ProfileBook book;

    public SsoOfProfile(ProfileBook book) {
        this.book = book;
    }

    /**
     * What the operator has to pick before the profile can be opened.
     *
     * @return empty if the profile names both account and role, or has nothing to do with single
     *     sign-on, or takes its keys from somewhere else first
     */
    public Optional<SsoNeed> toBePicked(String profile) {
        // roles are not followed: nobody can be asked for the role of another profile's source
        return new KeyPlanner(book, Map.of()).plan(profile)
                        instanceof KeyPlan.Found(KeyOrigin.AnyRole(SsoNeed need))
                ? Optional.of(need)
                : Optional.empty();
    }

    /** The sessions that the files describe whole, also those that no profile uses. */
    public List<SsoSession> sessions() {
        return book.sessions().entrySet().stream()
                .map(entry -> session(entry.getKey(), entry.getValue()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The AWS CLI goes by these alone. */
    static boolean namesRole(Profile profile) {
        return profile.has(ACCOUNT) || profile.has(ROLE);
    }

    static boolean namesSession(Profile profile) {
        return profile.has(SESSION) || profile.has(START);
    }

    SsoNeed need(Profile profile) throws KeyPlanner.Wrong {
        Optional<String> account = profile.text(ACCOUNT);
        return new SsoNeed(session(profile), account, account.flatMap(_ -> profile.text(ROLE)));
    }

    private SsoSession session(Profile profile) throws KeyPlanner.Wrong {
        Optional<String> name = profile.text(SESSION);
        if (name.isEmpty()) {
            return new SsoSession("", said(profile, START), said(profile, REGION), List.of());
        }
        Section section = book.sessions().get(name.get());
        if (section == null) {
            throw new KeyPlanner.Wrong(Kind.SESSION_GONE, profile.name(), SESSION, name.get());
        }
        for (String property : List.of(START, REGION)) {
            if (profile.has(property)
                    && !Objects.equals(profile.value(property), section.value(property))) {
                throw new KeyPlanner.Wrong(
                        Kind.SESSION_DIFFERS, profile.name(), property, name.get());
            }
        }
        return session(name.get(), section)
                .orElseThrow(() ->
                        new KeyPlanner.Wrong(
                                Kind.LACKS,
                                profile.name(),
                                SESSION,
                                section.value(START).isEmpty() ? START : REGION));
    }

    private static Optional<SsoSession> session(String name, Section section) {
        Optional<String> start = section.value(START).filter(text -> !text.isBlank());
        Optional<String> region = section.value(REGION).filter(text -> !text.isBlank());
        if (start.isEmpty() || region.isEmpty()) {
            return Optional.empty();
        }
        List<String> scopes =
                section.value(SCOPES).stream()
                        .flatMap(text -> Arrays.stream(text.split(",")))
                        .map(Blank::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
        return Optional.of(new SsoSession(name, start.get(), region.get(), scopes));
    }

    private static String said(Profile profile, String property) throws KeyPlanner.Wrong {
        return profile.text(property)
                .orElseThrow(
                        () -> new KeyPlanner.Wrong(Kind.LACKS, profile.name(), ACCOUNT, property));
    }
}
