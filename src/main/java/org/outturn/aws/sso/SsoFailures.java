package org.outturn.aws.sso;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.outturn.aws.SideServices;
import org.outturn.connection.SsoSession;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.SignInFailure;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sso.model.SsoException;
import software.amazon.awssdk.services.sso.model.TooManyRequestsException;
import software.amazon.awssdk.services.sso.model.UnauthorizedException;
import software.amazon.awssdk.services.ssooidc.model.AccessDeniedException;
import software.amazon.awssdk.services.ssooidc.model.AuthorizationPendingException;
import software.amazon.awssdk.services.ssooidc.model.ExpiredTokenException;
import software.amazon.awssdk.services.ssooidc.model.InternalServerException;
import software.amazon.awssdk.services.ssooidc.model.InvalidGrantException;
import software.amazon.awssdk.services.ssooidc.model.SlowDownException;

/** What the errors of the two services mean. Told by type and status, never by wording. */
final class SsoFailures {
    static final String SIGNING_ACTION = "SignIn";
    static final String SIGN_OUT_ACTION = "SignOut";
    static final String ACCOUNTS_ACTION = "ListAccounts";
    static final String ROLES_ACTION = "ListAccountRoles";
    static final String KEYS_ACTION = "GetRoleCredentials";

    private SsoFailures() {}

    /** What is being tried, in a session. */
    static Attempt attempt(String action, SsoSession session) {
        return new Attempt(action, session.name().isEmpty() ? session.startUrl() : session.name());
    }

    /**
     * Sends a request of the OIDC service.
     *
     * @throws FailureException when it is refused; the answers that a sign-in waits with are thrown
     *     as they are
     */
    static <T> T oidc(Attempt attempt, Cancellation cancellation, Supplier<T> request) {
        try {
            return SideServices.interruptibly(cancellation, request);
        } catch (CancellationException | AuthorizationPendingException | SlowDownException e) {
            throw e;
        } catch (AwsServiceException e) {
            throw SideServices.exception(ofOidc(e, attempt), e);
        } catch (RuntimeException e) {
            throw SideServices.noAnswer(e, attempt);
        }
    }

    private static Failure ofOidc(AwsServiceException answer, Attempt attempt) {
        Technical technical = SideServices.technical(answer);
        return switch (answer) {
            case AccessDeniedException _ -> new SignInFailure.SignInDenied(attempt, technical);
            case ExpiredTokenException _ -> new SignInFailure.SignInTimedOut(attempt, technical);
            case InvalidGrantException _ -> new Failure.SignInExpired(attempt, technical);
            case InternalServerException _ -> new Failure.Throttled(attempt, technical);
            default ->
                    answer.statusCode() >= 500 || answer.statusCode() == 429
                            ? new Failure.Throttled(attempt, technical)
                            : new SignInFailure.SignInSetup(attempt, technical);
        };
    }

    /**
     * Sends a request of the access portal.
     *
     * @param role what may be denied
     * @throws FailureException when it is refused
     */
    static <T> T portal(
            Attempt attempt, String role, Cancellation cancellation, Supplier<T> request) {
        try {
            return SideServices.interruptibly(cancellation, request);
        } catch (CancellationException e) {
            throw e;
        } catch (SsoException e) {
            throw SideServices.exception(ofPortal(e, attempt, role), e);
        } catch (RuntimeException e) {
            throw SideServices.noAnswer(e, attempt);
        }
    }

    private static Failure ofPortal(SsoException answer, Attempt attempt, String role) {
        Technical technical = SideServices.technical(answer);
        return switch (answer) {
            case UnauthorizedException _ -> new Failure.SignInExpired(attempt, technical);
            case TooManyRequestsException _ -> new Failure.Throttled(attempt, technical);
            default ->
                    switch (answer.statusCode()) {
                        case 401 -> new Failure.SignInExpired(attempt, technical);
                        // "No access" comes as ForbiddenException, which is in no model
                        case 403, 404 -> new SignInFailure.RoleDenied(role, attempt, technical);
                        case 429, 500, 502, 503, 504 -> new Failure.Throttled(attempt, technical);
                        default -> new Failure.Unexpected(attempt, technical);
                    };
        };
    }
}
