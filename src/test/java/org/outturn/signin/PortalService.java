package org.outturn.signin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The access portal of IAM Identity Center (its API reference: ListAccounts, ListAccountRoles,
 * GetRoleCredentials, Logout).
 */
final class PortalService {
    private static final int PAGE = 20;

    private final OidcService tokens;
    private final Directory directory;

    PortalService(OidcService tokens, Directory directory) {
        this.tokens = tokens;
        this.directory = directory;
    }

    @Nullable Answer answer(Asked asked) {
        String what = asked.method() + " " + asked.path();
        boolean known =
                switch (what) {
                    case "GET /assignment/accounts",
                            "GET /assignment/roles",
                            "GET /federation/credentials",
                            "POST /logout" ->
                            true;
                    default -> false;
                };
        if (!known) {
            return null;
        }
        if (!tokens.isGood(asked.header("x-amz-sso_bearer_token"))) {
            return Answer.portalError(
                    401, "UnauthorizedException", "Session token not found or invalid");
        }
        Map<String, String> query = asked.parameters();
        return switch (what) {
            case "GET /assignment/accounts" -> accounts(query);
            case "GET /assignment/roles" -> roles(query);
            case "GET /federation/credentials" -> credentials(query);
            default -> {
                tokens.revokeAll();
                yield Answer.json(200, Map.of());
            }
        };
    }

    private Answer accounts(Map<String, String> query) {
        return paged(
                query,
                "accountList",
                directory.accounts(),
                account ->
                        Map.of(
                                "accountId",
                                account.getKey(),
                                "accountName",
                                account.getValue(),
                                "emailAddress",
                                "owner-of-" + account.getKey() + "@example.com"));
    }

    private Answer roles(Map<String, String> query) {
        String account = query.getOrDefault("account_id", "");
        List<String> roles = directory.roles(account);
        if (roles.isEmpty()) {
            return Answer.portalError(403, "ForbiddenException", "No access");
        }
        return paged(
                query, "roleList", roles, role -> Map.of("roleName", role, "accountId", account));
    }

    private Answer credentials(Map<String, String> query) {
        String account = query.getOrDefault("account_id", "");
        String role = query.getOrDefault("role_name", "");
        if (!directory.roles(account).contains(role)) {
            return Answer.portalError(403, "ForbiddenException", "No access");
        }
        IssuedKeys keys = directory.keys(account, role).get();
        return Answer.json(
                200,
                Map.of(
                        "roleCredentials",
                        Map.of(
                                "accessKeyId", keys.accessKeyId(),
                                "secretAccessKey", keys.secretAccessKey(),
                                "sessionToken", keys.sessionToken(),
                                "expiration", keys.expires().toEpochMilli())));
    }

    private static <T> Answer paged(
            Map<String, String> query,
            String name,
            List<T> all,
            Function<T, Map<String, String>> entry) {
        int from = Integer.parseInt(query.getOrDefault("next_token", "0"));
        int size = Integer.parseInt(query.getOrDefault("max_result", "" + PAGE));
        int to = Math.min(all.size(), from + Math.min(size, PAGE));
        Map<String, Object> body = new LinkedHashMap<>();
        List<Map<String, String>> entries = new ArrayList<>();
        all.subList(from, to).forEach(item -> entries.add(entry.apply(item)));
        body.put(name, entries);
        if (to < all.size()) {
            body.put("nextToken", String.valueOf(to));
        }
        return Answer.json(200, body);
    }
}
