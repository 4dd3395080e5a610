package org.outturn.aws.profile;

import org.outturn.aws.SsoKeySource;
import org.outturn.connection.SsoSession;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;

/** The keys of those who signed in with {@code aws sso login}, as the SDK gives them. */
public final class SdkSsoKeys implements SsoKeySource {
    @Override
    public AwsCredentialsProvider keys(SsoSession session, String account, String role) {
        boolean legacy = session.name().isEmpty();
        String where =
                "sso_start_url = %s\nsso_region = %s\n"
                        .formatted(session.startUrl(), session.region());
        String text =
                "[profile picked]\nsso_account_id = %s\nsso_role_name = %s\nregion = %s\n%s"
                        .formatted(
                                account,
                                role,
                                session.region(),
                                legacy
                                        ? where
                                        : "sso_session = picked\n[sso-session picked]\n" + where);
        return ProfileCredentialsProvider.builder()
                .profileFile(
                        ProfileFile.builder()
                                .content(text)
                                .type(ProfileFile.Type.CONFIGURATION)
                                .build())
                .profileName("picked")
                .build();
    }
}
