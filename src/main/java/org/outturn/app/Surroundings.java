package org.outturn.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.outturn.connection.profile.ProfileFiles;
import org.outturn.connection.vault.KeyringVault;
import org.outturn.connection.vault.SecretVault;
import org.outturn.logging.SecretRedactor;
import org.outturn.settings.AppFolders;

/**
 * What the program stands in: everything that a test may want otherwise.
 *
 * @param folders where settings, cache and logs are
 * @param environment the environment's variables
 * @param awsFiles where the AWS profiles are
 * @param redactor told of every secret that comes in
 * @param vault where keys are kept
 * @param clock also tells the time zone in which times are shown
 */
public record Surroundings(
        AppFolders folders,
        Map<String, String> environment,
        ProfileFiles awsFiles,
        SecretRedactor redactor,
        SecretVault vault,
        Clock clock,
        Locale locale) {

    /** Those whose keys are kept in the system's keyring. */
    public Surroundings(
            AppFolders folders,
            Map<String, String> environment,
            ProfileFiles awsFiles,
            SecretRedactor redactor,
            Clock clock,
            Locale locale) {
        this(folders, environment, awsFiles, redactor, new KeyringVault(), clock, locale);
    }

    /** Those of this process. */
    static Surroundings ofThisMachine(SecretRedactor redactor) {
        Map<String, String> environment = System.getenv();
        return new Surroundings(
                AppFolders.ofThisMachine(),
                environment,
                ProfileFiles.of(environment, Path.of(System.getProperty("user.home"))),
                redactor,
                Clock.systemDefaultZone(),
                Locale.getDefault());
    }

    @Override
    public String toString() {
        return "Surroundings[" + folders + "]";
    }
}
