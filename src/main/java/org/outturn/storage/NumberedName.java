package org.outturn.storage;

/** The names that things get which may not replace what is there. */
public final class NumberedName {
    private NumberedName() {}

    /**
     * Puts a number before the extension of the last segment: {@code a/name (2).ext}.
     *
     * @param path a name, or a key or path with slashes
     * @param number 2 or more
     */
    public static String of(String path, int number) {
        int dot = extensionStart(path);
        return path.substring(0, dot) + " (" + number + ")" + path.substring(dot);
    }

    /**
     * Where the extension of the last segment begins, its dot included; the path's length when
     * there is none. A name that begins with its only dot has none.
     */
    public static int extensionStart(String path) {
        int name = path.lastIndexOf('/') + 1;
        int dot = path.lastIndexOf('.');
        return dot > name ? dot : path.length();
    }
}
