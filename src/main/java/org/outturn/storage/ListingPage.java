package org.outturn.storage;

import java.util.List;

/**
 * One answer of ListObjectsV2.
 *
 * @param objects the objects of this page in the server's order (by the keys' UTF-8 bytes), only
 *     those of this page
 * @param prefixes the common prefixes of this page, each with its delimiter at the end
 * @param last whether the listing is complete with this page
 */
public record ListingPage(List<ObjectEntry> objects, List<String> prefixes, boolean last) {
    public ListingPage {
        objects = List.copyOf(objects);
        prefixes = List.copyOf(prefixes);
    }
}
