package org.outturn.ui.transfers;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.outturn.storage.Prefix;

/** A place as an operator types it: {@code s3://bucket/prefix/}, or without {@code s3://}. */
final class JobPlace {
    /** Names of buckets (S3 user guide, "Bucket naming rules"); servers of others are laxer. */
    private static final Pattern PLACE =
            Pattern.compile("(?:s3://)?([a-zA-Z0-9][a-zA-Z0-9._-]{1,254})(?:/(.*))?");

    private JobPlace() {}

    /** Empty if it is none. A prefix without a slash at its end gets one. */
    static Optional<Prefix> parse(String typed) {
        Matcher place = PLACE.matcher(typed.strip());
        if (!place.matches()) {
            return Optional.empty();
        }
        String prefix = place.group(2) == null ? "" : place.group(2);
        boolean open = !prefix.isEmpty() && !prefix.endsWith("/");
        return Optional.of(new Prefix(place.group(1), open ? prefix + "/" : prefix));
    }
}
