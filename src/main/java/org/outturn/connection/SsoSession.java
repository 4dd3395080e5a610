package org.outturn.connection;

import java.util.List;

/**
 * Where one signs in to IAM Identity Center (AWS SDKs and Tools reference guide, "IAM Identity
 * Center credential provider").
 *
 * @param name of the {@code sso-session} section; empty for the legacy form, which has none
 * @param startUrl the access portal
 * @param region of the Identity Center, not of the buckets
 * @param scopes {@code sso:account:access} is what there is
 */
public record SsoSession(String name, String startUrl, String region, List<String> scopes) {
    public SsoSession {
        scopes = List.copyOf(scopes);
    }
}
