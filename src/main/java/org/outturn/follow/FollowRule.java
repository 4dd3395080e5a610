package org.outturn.follow;

import java.util.Locale;

/** What an operator who follows a bucket can be told of. */
public enum FollowRule {
    /** An output came that was not there. */
    NEW,
    /** An output became complete. */
    COMPLETE,
    /** An output has been partial for some minutes. */
    PARTIAL,
    /** Too many outputs come to nothing (the alarm of BookmarkAI: over 5 % in 5 minutes). */
    FAILURES;

    /** For instance {@code follow.rule.new}. */
    public String messageKey() {
        return "follow.rule." + name().toLowerCase(Locale.ROOT);
    }
}
