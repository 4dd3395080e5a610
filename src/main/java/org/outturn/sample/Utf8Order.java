package org.outturn.sample;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The order in which S3 lists keys: by their UTF-8 bytes, which is the order of their code points
 * and, beyond the basic plane, not the order of {@link String#compareTo}.
 */
final class Utf8Order implements Comparator<String> {
    @Override
    public int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean sameSort = Character.isSurrogate(a) == Character.isSurrogate(b);
                return sameSort ? a - b : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return one.length() - other.length();
    }

    /** The least text above every text that begins with {@code prefix}; null when none is. */
    static @Nullable String after(String prefix) {
        if (prefix.isEmpty()) {
            return null;
        }
        int last = prefix.codePointBefore(prefix.length());
        String rest = prefix.substring(0, prefix.length() - Character.charCount(last));
        if (last == Character.MAX_CODE_POINT) {
            return after(rest);
        }
        int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
        return rest + Character.toString(next);
    }
}
