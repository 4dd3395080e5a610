package org.outturn.sample;

/**
 * How a sample server is addressed, for tests against servers that are addressed in other ways.
 *
 * @param path what comes before buckets in every path, and is signed; empty for nothing
 * @param host below which each bucket has a host of its own; then buckets in paths are refused;
 *     empty for path style
 */
public record SampleAddress(String path, String host) {
    static final SampleAddress PLAIN = new SampleAddress("", "");

    /** What to look a request's bucket and key up in. */
    String bucketAndKey(String rawPath, String hostHeader) {
        String own = rawPath;
        if (!path.isEmpty()) {
            if (!own.startsWith(path + "/")) {
                throw new S3Error(404, "NotFound", "There is nothing here");
            }
            own = own.substring(path.length());
        }
        if (host.isEmpty()) {
            return own;
        }
        String name = hostHeader.replaceAll(":\\d+$", "");
        if (name.endsWith("." + host)) {
            return "/" + name.substring(0, name.length() - host.length() - 1) + own;
        }
        if (own.length() > 1) {
            throw new S3Error(
                    403,
                    "SecondLevelDomainForbidden",
                    "The bucket you are attempting to access must be addressed using virtual"
                            + " hosted style");
        }
        return own;
    }
}
