package org.outturn.ui.browser;

import java.util.Optional;
import org.outturn.storage.Prefix;

/**
 * What an operator has typed as a target, as far as it goes.
 *
 * @param bucket up to the first slash; may be empty
 * @param folders the prefix up to its last slash, that included; empty at the bucket's top
 * @param rest what comes after that: the beginning of a name, or a name
 */
record TargetText(String bucket, String folders, String rest) {
    private static final String SCHEME = "s3://";

    static TargetText of(String typed) {
        String text = typed.strip();
        String path = text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : text;
        int slash = path.indexOf('/');
        if (slash < 0) {
            return new TargetText("", "", path);
        }
        String key = path.substring(slash + 1);
        int last = key.lastIndexOf('/') + 1;
        return new TargetText(
                path.substring(0, slash), key.substring(0, last), key.substring(last));
    }

    /** How a place is written. */
    static String of(Prefix place) {
        return SCHEME + place.bucket() + "/" + place.value();
    }

    /** The place that is meant; a bucket's name alone is its top. */
    Optional<Prefix> place() {
        if (bucket.isEmpty()) {
            return rest.isEmpty() ? Optional.empty() : Optional.of(Prefix.root(rest));
        }
        return Optional.of(new Prefix(bucket, rest.isEmpty() ? folders : folders + rest + "/"));
    }

    /** What its folders can be listed under; empty while the bucket is being typed. */
    Optional<Prefix> parent() {
        return bucket.isEmpty() ? Optional.empty() : Optional.of(new Prefix(bucket, folders));
    }
}
