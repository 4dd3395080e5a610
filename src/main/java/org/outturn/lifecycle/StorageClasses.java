package org.outturn.lifecycle;

import java.util.List;

/** Where objects can move to, and which move is taken of two on the same day. */
final class StorageClasses {
    /** The waterfall (S3 User Guide, "Transitioning objects using Amazon S3 Lifecycle"). */
    private static final List<String> DOWNWARDS =
            List.of(
                    "STANDARD",
                    "STANDARD_IA",
                    "INTELLIGENT_TIERING",
                    "ONEZONE_IA",
                    "GLACIER_IR",
                    "GLACIER",
                    "DEEP_ARCHIVE");

    /**
     * Least wanted first: the cheaper one is taken, and INTELLIGENT_TIERING before all but the two
     * archives (S3 User Guide, "How Amazon S3 handles conflicts in lifecycle configurations").
     */
    private static final List<String> WANTED =
            List.of(
                    "STANDARD_IA",
                    "ONEZONE_IA",
                    "GLACIER_IR",
                    "INTELLIGENT_TIERING",
                    "GLACIER",
                    "DEEP_ARCHIVE");

    private StorageClasses() {}

    /** Whether objects move that way. Of classes that S3 does not have we know nothing. */
    static boolean canMove(String from, String to) {
        int high = rank(from);
        int low = DOWNWARDS.indexOf(to);
        if (high < 0 || low < 0) {
            return !from.equals(to);
        }
        return high < low && !(from.equals("ONEZONE_IA") && to.equals("GLACIER_IR"));
    }

    /** The more, the rather it is taken. */
    static int preference(String storageClass) {
        return WANTED.indexOf(storageClass);
    }

    private static int rank(String storageClass) {
        boolean ordinary = storageClass.isEmpty() || storageClass.equals("REDUCED_REDUNDANCY");
        return ordinary ? 0 : DOWNWARDS.indexOf(storageClass);
    }
}
