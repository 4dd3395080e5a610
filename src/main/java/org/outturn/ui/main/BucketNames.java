package org.outturn.ui.main;

import java.util.regex.Pattern;

/**
 * Which names a bucket can have (S3 user guide, "Bucket naming rules"); old buckets and other
 * servers allow a little more.
 */
final class BucketNames {
    private static final Pattern POSSIBLE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]");

    private BucketNames() {}

    static boolean possible(String name) {
        return POSSIBLE.matcher(name).matches();
    }
}
