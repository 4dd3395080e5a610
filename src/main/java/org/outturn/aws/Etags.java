package org.outturn.aws;

import org.jspecify.annotations.Nullable;

/** ETags come in quotes (RFC 9110, section 8.8.3); this program keeps them without. */
final class Etags {
    private Etags() {}

    static String plain(@Nullable String etag) {
        if (etag == null) {
            return "";
        }
        boolean quoted = etag.length() >= 2 && etag.startsWith("\"") && etag.endsWith("\"");
        return quoted ? etag.substring(1, etag.length() - 1) : etag;
    }
}
