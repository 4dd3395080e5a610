package org.outturn.share;

import java.util.List;
import java.util.stream.Collectors;
import org.outturn.storage.ObjectAddress;

/** Texts for the clipboard, one object a line, without a line end after the last. */
public final class ObjectNames {
    private ObjectNames() {}

    /** The {@code s3://} addresses; keys as they are, also those that hold a line end. */
    public static String s3Uris(List<ObjectAddress> addresses) {
        return addresses.stream().map(ObjectAddress::s3Uri).collect(Collectors.joining("\n"));
    }

    /** The links themselves: secrets, for the clipboard only. */
    public static String urls(List<ShareLink> links) {
        return links.stream().map(link -> link.url().toString()).collect(Collectors.joining("\n"));
    }
}
