package org.outturn.follow;

/**
 * The order of keys in a listing: by their UTF-8 bytes (S3 API reference, ListObjectsV2), which is
 * the order of code points and not that of Java's strings.
 */
final class KeyOrder {
    private KeyOrder() {}

    /** Negative, zero or positive, as a comparator has it. */
    static int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                return Integer.compare(weight(a), weight(b));
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    /** Surrogates stand for code points behind all that have a character of their own. */
    private static int weight(char c) {
        return Character.isSurrogate(c) ? c + Character.MAX_VALUE : c;
    }
}
