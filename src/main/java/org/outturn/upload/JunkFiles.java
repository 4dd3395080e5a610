package org.outturn.upload;

import java.util.Locale;
import java.util.Set;

/** The files that desktops leave in folders for their own use. */
final class JunkFiles {
    private static final Set<String> NAMES =
            Set.of(".ds_store", ".localized", "thumbs.db", "ehthumbs.db", "desktop.ini");

    private JunkFiles() {}

    static boolean isJunk(String fileName) {
        // "._name" is where macOS keeps what another file system cannot hold of "name"
        return fileName.startsWith("._") || NAMES.contains(fileName.toLowerCase(Locale.ROOT));
    }
}
