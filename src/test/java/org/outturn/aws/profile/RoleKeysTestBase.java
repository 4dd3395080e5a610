package org.outturn.aws.profile;

import javax.net.ssl.TrustManager;

/** A profile with a role, and the keys that it comes to. */
abstract class RoleKeysTestBase extends KeysTestBase {
    String role() {
        return base()
                + """
                [profile r]
                services = here
                source_profile = base
                role_arn = %s
                """
                        .formatted(ROLE);
    }

    /** The key id that a profile comes to. */
    String given(String profile, ProfileKeys keys) {
        return keys.keys(connection(profile), () -> new TrustManager[0])
                .provider()
                .resolveCredentials()
                .accessKeyId();
    }
}
