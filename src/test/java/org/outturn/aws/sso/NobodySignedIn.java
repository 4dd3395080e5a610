package org.outturn.aws.sso;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.outturn.aws.SsoKeySource;
import org.outturn.connection.profile.ProfileFiles;
import org.outturn.connection.profile.SsoProfiles;
import org.outturn.connection.sso.SsoCache;

/** IAM Identity Center as it is in a home where nobody has signed in yet. */
public final class NobodySignedIn {
    private NobodySignedIn() {}

    public static SsoKeySource in(Path home) {
        return new IdentityCenter(
                new IdentityCenter.Surroundings(
                        Map.of(),
                        new SsoProfiles(ProfileFiles.of(Map.of(), home), Map.of()),
                        SsoCache.ofHome(home),
                        _ -> {},
                        Clock.systemUTC()),
                CallbackPages.saying("Outturn", "done", "failed"));
    }
}
