package org.outturn.connection.profile;

/**
 * Why a profile has no keys.
 *
 * @param kind what is wrong
 * @param profile whose section is at fault; not always the one that was asked for
 * @param property where in it
 * @param word what the text names: a profile, a property; never a secret
 */
public record PlanFault(Kind kind, String profile, String property, String word) {

    /** What can be wrong, and the key of its text. */
    public enum Kind {
        /** There is no such profile. */
        GONE("profiles.plan.gone"),
        /** It says nothing of how to sign in. */
        NOTHING("profiles.plan.nothing"),
        /** Something that it needs is not there; the word says what. */
        LACKS("profiles.plan.lacks"),
        /** It takes its first keys from itself, by way of others. */
        LOOP("profiles.plan.loop"),
        /** The profile that it takes its first keys from is not there. */
        SOURCE_GONE("profiles.plan.sourceGone"),
        /** The profile that it takes its first keys from has none. */
        SOURCE_EMPTY("profiles.plan.sourceEmpty"),
        /** It names two sources for its first keys. */
        TWO_SOURCES("profiles.plan.twoSources"),
        /** {@code credential_source} names none that there is. */
        SOURCE_UNKNOWN("profiles.plan.sourceUnknown"),
        /** The single sign-on that it names is not there. */
        SESSION_GONE("profiles.plan.sessionGone"),
        /** It says one thing of the single sign-on, and the session's section another. */
        SESSION_DIFFERS("profiles.plan.sessionDiffers");

        private final String messageKey;

        Kind(String messageKey) {
            this.messageKey = messageKey;
        }

        /** The key of the text that says what is wrong; its words are the profile and the word. */
        public String messageKey() {
            return messageKey;
        }
    }
}
