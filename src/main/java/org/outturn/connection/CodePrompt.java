package org.outturn.connection;

import java.util.Optional;

/** Asks the operator for the code of a device that proves who they are (MFA). */
@FunctionalInterface
public interface CodePrompt {
    /** Nobody is there to be asked. */
    CodePrompt NOBODY = (_, _) -> Optional.empty();

    /**
     * Asks and waits; never called on the JavaFX thread.
     *
     * @param profile whose sign-in needs it
     * @param device its serial number or ARN
     * @return six digits; empty when the operator gave up
     */
    Optional<String> code(String profile, String device);
}
