package org.outturn.signin;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The OIDC service of IAM Identity Center (its API reference: RegisterClient,
 * StartDeviceAuthorization, CreateToken) and the pages that a browser opens. Device codes as in RFC
 * 8628, PKCE as in RFC 7636, redirects to loopback as in RFC 8252.
 */
final class OidcService {
    private static final String DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    private final Supplier<URI> endpoint;
    private final OidcRules rules;
    private final Clock clock;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, Client> clients = new ConcurrentHashMap<>();
    private final Map<String, Device> devices = new ConcurrentHashMap<>();
    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
    private final Map<String, Instant> accessTokens = new ConcurrentHashMap<>();

    private record Client(String secret, List<String> grants, List<String> redirects) {}

    private record Code(String client, String redirect, String challenge) {}

    private static final class Device {
        final String client;
        final String userCode;
        final Instant until;
        volatile @Nullable Boolean approved;
        int interval;
        Instant asked = Instant.MIN;

        Device(String client, String userCode, Instant until, int interval) {
            this.client = client;
            this.userCode = userCode;
            this.until = until;
            this.interval = interval;
        }
    }

    OidcService(Supplier<URI> endpoint, OidcRules rules, Clock clock) {
        this.endpoint = endpoint;
        this.rules = rules;
        this.clock = clock;
    }

    @Nullable Answer answer(Asked asked) {
        return switch (asked.method() + " " + asked.path()) {
            case "POST /client/register" -> register(asked);
            case "POST /device_authorization" -> startDevice(asked);
            case "POST /token" -> token(asked);
            case "GET /authorize" -> authorize(asked.parameters());
            case "GET /device" -> approvePage(asked.parameters());
            default -> null;
        };
    }

    private Answer register(Asked asked) {
        if (asked.member("clientName").isEmpty() || !asked.member("clientType").equals("public")) {
            return Answer.oidcError(
                    400, "InvalidClientMetadataException", "invalid_client_metadata");
        }
        JsonNode body = asked.json();
        List<String> grants = strings(body.path("grantTypes"));
        List<String> redirects = strings(body.path("redirectUris"));
        if (grants.contains("authorization_code")
                && (redirects.isEmpty() || asked.member("issuerUrl").isEmpty())) {
            return Answer.oidcError(400, "InvalidRedirectUriException", "invalid_redirect_uri");
        }
        String id = "client-" + count.incrementAndGet();
        String secret = "stand-in-client-secret-" + id;
        clients.put(id, new Client(secret, grants, redirects));
        Instant now = clock.instant();
        return Answer.json(
                200,
                Map.of(
                        "clientId",
                        id,
                        "clientSecret",
                        secret,
                        "clientIdIssuedAt",
                        now.getEpochSecond(),
                        "clientSecretExpiresAt",
                        now.plus(rules.registrationLife()).getEpochSecond()));
    }

    private Answer startDevice(Asked asked) {
        Answer refused = checkClient(asked);
        if (refused != null) {
            return refused;
        }
        int number = count.incrementAndGet();
        String userCode = "WXYZ-%04d".formatted(number);
        String deviceCode = "stand-in-device-code-" + number;
        devices.put(
                deviceCode,
                new Device(
                        asked.member("clientId"),
                        userCode,
                        clock.instant().plus(rules.deviceLife()),
                        rules.interval()));
        String page = endpoint.get() + "/device";
        return Answer.json(
                200,
                Map.of(
                        "deviceCode",
                        deviceCode,
                        "userCode",
                        userCode,
                        "verificationUri",
                        page,
                        "verificationUriComplete",
                        page + "?user_code=" + userCode,
                        "expiresIn",
                        rules.deviceLife().toSeconds(),
                        "interval",
                        rules.interval()));
    }

    private Answer authorize(Map<String, String> asked) {
        String redirect = asked.getOrDefault("redirect_uri", "");
        Client client = clients.get(asked.getOrDefault("client_id", ""));
        if (client == null
                || !client.grants().contains("authorization_code")
                || !client.redirects().contains(withoutPort(redirect))) {
            return Answer.oidcError(400, "InvalidRequestException", "invalid_request");
        }
        if (!asked.getOrDefault("response_type", "").equals("code")
                || !asked.getOrDefault("code_challenge_method", "").equals("S256")
                || asked.getOrDefault("scopes", "").isEmpty()
                || asked.getOrDefault("code_challenge", "").length() != 43) {
            return back(redirect, "error", "invalid_request", asked);
        }
        if (rules.denied()) {
            return back(redirect, "error", "access_denied", asked);
        }
        String code = "stand-in-auth-code-" + count.incrementAndGet();
        codes.put(code, new Code(asked.get("client_id"), redirect, asked.get("code_challenge")));
        return back(redirect, "code", code, asked);
    }

    private static Answer back(
            String redirect, String name, String value, Map<String, String> asked) {
        return Answer.redirect(
                redirect
                        + "?"
                        + name
                        + "="
                        + value
                        + "&state="
                        + URLEncoder.encode(
                                asked.getOrDefault("state", ""), StandardCharsets.UTF_8));
    }

    private static String withoutPort(String redirect) {
        return redirect.replaceFirst("^(http://127\\.0\\.0\\.1):\\d+/", "$1/");
    }

    /** What the operator's click on the page does. */
    private Answer approvePage(Map<String, String> asked) {
        String code = asked.getOrDefault("user_code", "");
        if (code.isEmpty()) {
            return Answer.page("Type the code that you see.");
        }
        return decide(code, !rules.denied())
                ? Answer.page("You may close this window.")
                : Answer.page("There is no such code.");
    }

    boolean decide(String userCode, boolean approved) {
        for (Device device : devices.values()) {
            if (device.userCode.equals(userCode)) {
                device.approved = approved;
                return true;
            }
        }
        return false;
    }

    List<String> undecided() {
        return devices.values().stream()
                .filter(device -> device.approved == null)
                .map(device -> device.userCode)
                .toList();
    }

    void revokeAll() {
        accessTokens.clear();
        refreshTokens.clear();
    }

    boolean isGood(String accessToken) {
        Instant until = accessTokens.get(accessToken);
        return until != null && until.isAfter(clock.instant());
    }

    private Answer token(Asked asked) {
        Answer refused = checkClient(asked);
        if (refused != null) {
            return refused;
        }
        String forced = rules.nextForced();
        if (!forced.isEmpty()) {
            return error(forced);
        }
        return switch (asked.member("grantType")) {
            case "authorization_code" -> byCode(asked);
            case DEVICE_GRANT -> byDevice(asked);
            case "refresh_token" -> byRefresh(asked);
            default -> error("unsupported_grant_type");
        };
    }

    private Answer byCode(Asked asked) {
        Code code = codes.remove(asked.member("code"));
        boolean good =
                code != null
                        && code.client().equals(asked.member("clientId"))
                        && code.redirect().equals(asked.member("redirectUri"))
                        && code.challenge().equals(challenge(asked.member("codeVerifier")));
        return good ? tokens(asked.member("clientId")) : error("invalid_grant");
    }

    private Answer byDevice(Asked asked) {
        Device device = devices.get(asked.member("deviceCode"));
        if (device == null || !device.client.equals(asked.member("clientId"))) {
            return error("invalid_grant");
        }
        Instant now = clock.instant();
        synchronized (device) {
            boolean soon = now.isBefore(device.asked.plusMillis(device.interval * 1000L - 100));
            boolean first = device.asked.equals(Instant.MIN);
            device.asked = now;
            if (!now.isBefore(device.until)) {
                return error("expired_token");
            }
            Boolean approved = device.approved;
            if (approved != null) {
                devices.remove(asked.member("deviceCode"));
                return approved ? tokens(asked.member("clientId")) : error("access_denied");
            }
            if (soon && !first) {
                device.interval += 5;
                return error("slow_down");
            }
            return error("authorization_pending");
        }
    }

    private Answer byRefresh(Asked asked) {
        String client = refreshTokens.get(asked.member("refreshToken"));
        if (rules.refreshRefused() || !asked.member("clientId").equals(client)) {
            return error("invalid_grant");
        }
        refreshTokens.remove(asked.member("refreshToken"));
        return tokens(client);
    }

    private Answer tokens(String client) {
        int number = count.incrementAndGet();
        String access = "stand-in-access-token-" + number;
        Duration life = rules.takeTokenLife();
        accessTokens.put(access, clock.instant().plus(life));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("accessToken", access);
        body.put("tokenType", "Bearer");
        body.put("expiresIn", life.toSeconds());
        if (rules.refreshTokens()) {
            String refresh = "stand-in-refresh-token-" + number;
            refreshTokens.put(refresh, client);
            body.put("refreshToken", refresh);
        }
        return Answer.json(200, body);
    }

    private @Nullable Answer checkClient(Asked asked) {
        Client client = clients.get(asked.member("clientId"));
        return client == null || !client.secret().equals(asked.member("clientSecret"))
                ? Answer.oidcError(401, "InvalidClientException", "invalid_client")
                : null;
    }

    private static Answer error(String code) {
        String type =
                switch (code) {
                    case "authorization_pending" -> "AuthorizationPendingException";
                    case "slow_down" -> "SlowDownException";
                    case "expired_token" -> "ExpiredTokenException";
                    case "access_denied" -> "AccessDeniedException";
                    case "invalid_grant" -> "InvalidGrantException";
                    case "invalid_client" -> "InvalidClientException";
                    case "unsupported_grant_type" -> "UnsupportedGrantTypeException";
                    case "server_error" -> "InternalServerException";
                    default -> "InvalidRequestException";
                };
        int status =
                switch (code) {
                    case "invalid_client" -> 401;
                    case "server_error" -> 500;
                    default -> 400;
                };
        return Answer.oidcError(status, type, code);
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> strings(JsonNode array) {
        List<String> all = new ArrayList<>();
        array.forEach(item -> all.add(item.asString()));
        return all;
    }
}
