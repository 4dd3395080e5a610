package org.outturn.aws.profile;

import java.time.Clock;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.outturn.aws.SsoKeySource;
import org.outturn.connection.CodePrompt;
import org.outturn.connection.profile.ProfileFiles;

/**
 * What keys are found with.
 *
 * @param files where the profiles are, and the home folder
 * @param environment the variables
 * @param prompt asks for the codes of devices
 * @param sso gives the keys of those who are signed in at IAM Identity Center
 * @param secrets told of every secret key and token that is read or received
 * @param machineAskedFor whether profiles may take their keys from the cloud machine or the
 *     container that this runs on; asked each time
 * @param clock by which keys end
 */
public record KeyWorld(
        ProfileFiles files,
        Map<String, String> environment,
        CodePrompt prompt,
        SsoKeySource sso,
        Consumer<String> secrets,
        BooleanSupplier machineAskedFor,
        Clock clock) {

    /** Says no more than where the files are: variables may be secret. */
    @Override
    public String toString() {
        return "KeyWorld[" + files + "]";
    }
}
