package org.outturn.aws.sso;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.outturn.aws.SsoKeySource;
import org.outturn.connection.SsoSession;
import org.outturn.connection.profile.SsoProfiles;
import org.outturn.connection.sso.SignInGuide;
import org.outturn.connection.sso.SsoAccount;
import org.outturn.connection.sso.SsoCache;
import org.outturn.connection.sso.SsoPortal;
import org.outturn.connection.sso.SsoStatus;
import org.outturn.connection.sso.SsoToken;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.storage.Cancellation;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.sso.model.AccountInfo;
import software.amazon.awssdk.services.sso.model.ListAccountRolesResponse;
import software.amazon.awssdk.services.sso.model.ListAccountsResponse;
import software.amazon.awssdk.services.sso.model.RoleInfo;

/** IAM Identity Center: signs operators in, and gives the keys of their roles. */
public final class IdentityCenter implements SsoPortal, SsoKeySource, AutoCloseable {
    /** As many as an answer holds at most (portal API reference, ListAccounts). */
    private static final int PAGE = 100;

    private final SsoClients clients;
    private final Tokens tokens;
    private final BrowserSignIn browser;
    private final DeviceSignIn device;
    private final Consumer<String> hide;
    private final Clock clock;

    /**
     * What it works with.
     *
     * @param environment the variables; those that say where the services are are looked at
     * @param hide told of every secret that comes in
     */
    public record Surroundings(
            Map<String, String> environment,
            SsoProfiles profiles,
            SsoCache cache,
            Consumer<String> hide,
            Clock clock) {}

    /**
     * @param pages what the browser shows at the end
     */
    public IdentityCenter(Surroundings around, CallbackPages pages) {
        hide = around.hide();
        clock = around.clock();
        clients = new SsoClients(new SsoEndpoints(around.environment(), around.profiles()));
        tokens = new Tokens(clients, around.cache(), hide, clock);
        var registrations = new Registrations(clients, around.cache(), hide, clock);
        browser = new BrowserSignIn(clients, registrations, tokens, pages);
        device = new DeviceSignIn(clients, registrations, tokens, clock);
    }

    @Override
    public void signIn(SsoSession session, SignInGuide guide, Cancellation cancellation) {
        browser.signIn(session, guide, cancellation);
    }

    @Override
    public void signInByCode(SsoSession session, SignInGuide guide, Cancellation cancellation) {
        device.signIn(session, guide, cancellation);
    }

    @Override
    public SsoStatus status(SsoSession session) {
        return tokens.status(session);
    }

    @Override
    public boolean renew(SsoSession session, Cancellation cancellation) {
        try {
            SsoToken before = tokens.live(session, cancellation);
            return !before.left(clock.instant()).minus(SsoStatus.SOON).isNegative();
        } catch (FailureException e) {
            if (e.failure().retryable()) {
                throw e;
            }
            return false;
        }
    }

    @Override
    public boolean signOut(SsoSession session, Cancellation cancellation) {
        Optional<SsoToken> token = tokens.forget(session);
        return token.isEmpty() || tellOfSignOut(session, token.get(), cancellation);
    }

    private boolean tellOfSignOut(SsoSession session, SsoToken token, Cancellation cancellation) {
        try {
            SsoFailures.portal(
                    SsoFailures.attempt(SsoFailures.SIGN_OUT_ACTION, session),
                    "",
                    cancellation,
                    () -> clients.portal(session).logout(r -> r.accessToken(token.accessToken())));
            return true;
        } catch (FailureException e) {
            // a token that is good for nothing any more is as good as signed out
            return e.failure() instanceof Failure.SignInExpired;
        }
    }

    @Override
    public List<SsoAccount> accounts(SsoSession session, Cancellation cancellation) {
        List<SsoAccount> all = new ArrayList<>();
        SsoToken token = tokens.live(session, cancellation);
        String next = "";
        do {
            String from = next;
            ListAccountsResponse page =
                    SsoFailures.portal(
                            SsoFailures.attempt(SsoFailures.ACCOUNTS_ACTION, session),
                            "",
                            cancellation,
                            () ->
                                    clients.portal(session)
                                            .listAccounts(r ->
                                                    r.accessToken(token.accessToken())
                                                            .maxResults(PAGE)
                                                            .nextToken(
                                                                    from.isEmpty() ? null : from)));
            page.accountList().stream().map(IdentityCenter::account).forEach(all::add);
            next = page.nextToken() == null ? "" : page.nextToken();
        } while (!next.isEmpty());
        all.sort(
                Comparator.comparing(SsoAccount::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(SsoAccount::id));
        return all;
    }

    private static SsoAccount account(AccountInfo info) {
        return new SsoAccount(
                info.accountId(), info.accountName() == null ? "" : info.accountName());
    }

    @Override
    public List<String> roles(SsoSession session, String account, Cancellation cancellation) {
        List<String> all = new ArrayList<>();
        SsoToken token = tokens.live(session, cancellation);
        String next = "";
        do {
            String from = next;
            ListAccountRolesResponse page =
                    SsoFailures.portal(
                            SsoFailures.attempt(SsoFailures.ROLES_ACTION, session),
                            account,
                            cancellation,
                            () ->
                                    clients.portal(session)
                                            .listAccountRoles(r ->
                                                    r.accessToken(token.accessToken())
                                                            .accountId(account)
                                                            .maxResults(PAGE)
                                                            .nextToken(
                                                                    from.isEmpty() ? null : from)));
            page.roleList().stream().map(RoleInfo::roleName).forEach(all::add);
            next = page.nextToken() == null ? "" : page.nextToken();
        } while (!next.isEmpty());
        all.sort(String.CASE_INSENSITIVE_ORDER);
        return all;
    }

    @Override
    public AwsCredentialsProvider keys(SsoSession session, String account, String role) {
        return new RoleKeys(clients, tokens, hide, clock, session, account, role);
    }

    @Override
    public void close() {
        clients.close();
    }
}
