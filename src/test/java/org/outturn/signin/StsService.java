package org.outturn.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Security Token Service (STS API reference, version 2011-06-15): AssumeRole,
 * AssumeRoleWithWebIdentity, GetCallerIdentity, and their errors.
 */
final class StsService {
    private static final Duration SKEW = Duration.ofMinutes(15);

    private final Directory directory;
    private final StsRules rules;
    private final Clock clock;

    StsService(Directory directory, StsRules rules, Clock clock) {
        this.directory = directory;
        this.rules = rules;
        this.clock = clock;
    }

    @Nullable Answer answer(Asked asked) {
        if (!asked.method().equals("POST") || !asked.path().equals("/")) {
            return null;
        }
        if (!rules.forced().isEmpty()) {
            return error(rules.forced().equals("Throttling") ? 400 : 403, rules.forced(), "forced");
        }
        Map<String, String> fields = asked.formFields();
        String action = fields.getOrDefault("Action", "");
        if (action.equals("AssumeRoleWithWebIdentity")) {
            return webIdentity(fields);
        }
        SignedRequest signed = SignedRequest.of(asked);
        Answer refused = check(signed);
        if (refused != null) {
            return refused;
        }
        return switch (action) {
            case "AssumeRole" -> assumeRole(fields);
            case "GetCallerIdentity" -> identity(signed.accessKeyId());
            default -> error(400, "InvalidAction", "Could not find operation " + action);
        };
    }

    private @Nullable Answer check(SignedRequest signed) {
        if (!signed.present()) {
            return error(403, "MissingAuthenticationToken", "Request is missing a token");
        }
        String secret = directory.secret(signed.accessKeyId());
        if (secret.isEmpty()) {
            return error(
                    403,
                    "InvalidClientTokenId",
                    "The security token included in the request is invalid.");
        }
        Instant now = clock.instant();
        if (Duration.between(signed.date(), now).abs().compareTo(SKEW) > 0) {
            return error(
                    403,
                    "SignatureDoesNotMatch",
                    "Signature expired: "
                            + signed.amzDate()
                            + " is now earlier than "
                            + now.minus(SKEW)
                            + " ("
                            + now
                            + " - 15 min.)");
        }
        return signed.signedWith(secret)
                ? null
                : error(
                        403,
                        "SignatureDoesNotMatch",
                        "The request signature we calculated does not match the signature you"
                                + " provided.");
    }

    private Answer assumeRole(Map<String, String> fields) {
        String role = fields.getOrDefault("RoleArn", "");
        String serial = fields.getOrDefault("SerialNumber", "");
        String code = fields.getOrDefault("TokenCode", "");
        if (!rules.rightDevice(role, serial, code)) {
            return error(
                    403,
                    "AccessDenied",
                    serial.isEmpty()
                            ? "User is not authorized to perform: sts:AssumeRole on resource: "
                                    + role
                            : "MultiFactorAuthentication failed with invalid MFA one time pass"
                                    + " code.");
        }
        if (!rules.rightExternalId(role, fields.getOrDefault("ExternalId", ""))) {
            return error(
                    403,
                    "AccessDenied",
                    "User is not authorized to perform: sts:AssumeRole on resource: " + role);
        }
        return session("AssumeRole", role, fields);
    }

    private Answer webIdentity(Map<String, String> fields) {
        String role = fields.getOrDefault("RoleArn", "");
        if (!rules.rightWebToken(role, fields.getOrDefault("WebIdentityToken", ""))) {
            return error(
                    400,
                    "InvalidIdentityToken",
                    "The web identity token that was passed could not be validated.");
        }
        return session("AssumeRoleWithWebIdentity", role, fields);
    }

    private Answer session(String action, String role, Map<String, String> fields) {
        long seconds = Long.parseLong(fields.getOrDefault("DurationSeconds", "3600"));
        Instant until = clock.instant().plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
        IssuedKeys keys = rules.issue(until);
        String name = fields.getOrDefault("RoleSessionName", "");
        return result(
                action,
                """
                <AssumedRoleUser>
                  <Arn>%s/%s</Arn>
                  <AssumedRoleId>AROASTANDIN:%s</AssumedRoleId>
                </AssumedRoleUser>
                <Credentials>
                  <AccessKeyId>%s</AccessKeyId>
                  <SecretAccessKey>%s</SecretAccessKey>
                  <SessionToken>%s</SessionToken>
                  <Expiration>%s</Expiration>
                </Credentials>
                """
                        .formatted(
                                role.replace(":iam:", ":sts:").replace(":role/", ":assumed-role/"),
                                name,
                                name,
                                keys.accessKeyId(),
                                keys.secretAccessKey(),
                                keys.sessionToken(),
                                keys.expires()));
    }

    private Answer identity(String accessKeyId) {
        return result(
                "GetCallerIdentity",
                """
                <Arn>arn:aws:iam::111122223333:user/%s</Arn>
                <UserId>%s</UserId>
                <Account>111122223333</Account>
                """
                        .formatted(accessKeyId, accessKeyId));
    }

    private static Answer result(String action, String inside) {
        return Answer.xml(
                200,
                """
                <%1$sResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
                <%1$sResult>
                %2$s</%1$sResult>
                <ResponseMetadata><RequestId>stand-in-request</RequestId></ResponseMetadata>
                </%1$sResponse>
                """
                        .formatted(action, inside));
    }

    private static Answer error(int status, String code, String message) {
        return Answer.xml(
                status,
                """
                <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
                <Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>
                <RequestId>stand-in-request</RequestId>
                </ErrorResponse>
                """
                        .formatted(code, message));
    }
}
