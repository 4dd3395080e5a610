package org.outturn.upload;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.outturn.storage.NumberedName;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.Prefix;

/** How keys are made of names, and what keys have in common. */
public final class Keys {
    private Keys() {}

    /** What every key below a place begins with: a place without a slash at its end gets one. */
    public static String base(Prefix target) {
        return target.isRoot() || target.value().endsWith("/")
                ? target.value()
                : target.value() + "/";
    }

    /** Whether S3 takes a key of this length. */
    public static boolean fits(String key) {
        return key.getBytes(StandardCharsets.UTF_8).length <= ObjectAddress.MAX_KEY_BYTES;
    }

    /**
     * The longest text that all keys, and those with a number put to them, begin with.
     *
     * @param keys at least one
     */
    static String commonStart(Collection<String> keys) {
        String start = null;
        for (String key : keys) {
            String stem = key.substring(0, NumberedName.extensionStart(key));
            start = start == null ? stem : shared(start, stem);
        }
        return start == null ? "" : start;
    }

    private static String shared(String a, String b) {
        int end = 0;
        int max = Math.min(a.length(), b.length());
        while (end < max && a.charAt(end) == b.charAt(end)) {
            end++;
        }
        // half a character is no text that could be sent
        if (end > 0 && end < a.length() && Character.isHighSurrogate(a.charAt(end - 1))) {
            end--;
        }
        return a.substring(0, end);
    }
}
