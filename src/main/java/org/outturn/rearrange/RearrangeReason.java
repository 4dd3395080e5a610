package org.outturn.rearrange;

import java.util.Locale;

/** Why a plan does with an object what it does. */
public enum RearrangeReason {
    /** There is no object of that key. */
    NEW,
    /** The target may not be listed: whether there is an object shows when it is copied. */
    NOT_COMPARED,
    /** The key is taken, and what is there is to be left alone. */
    EXISTS_SKIPPED,
    /** The key is taken, and what is there is to be replaced. */
    EXISTS_REPLACED,
    /** The key is taken, so the object gets a number. */
    EXISTS_NUMBERED,
    /** The target is the object itself. */
    SAME_ADDRESS,
    /** The folder would come to lie in itself. */
    TARGET_INSIDE_SOURCE,
    /** The key would be longer than 1,024 bytes of UTF-8. */
    KEY_TOO_LONG,
    /** Several of the chosen objects would have this key; none of them goes there. */
    SAME_KEY,
    /** It was chosen to be deleted. */
    CHOSEN;

    /** For instance {@code rearrange.reason.same_address}. */
    public String messageKey() {
        return "rearrange.reason." + name().toLowerCase(Locale.ROOT);
    }
}
