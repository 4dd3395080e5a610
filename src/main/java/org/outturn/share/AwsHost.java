package org.outturn.share;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A host of AWS's S3 (AWS General Reference, "Amazon S3 endpoints and quotas"; S3 user guide,
 * "Virtual hosting of buckets").
 *
 * @param bucket what comes before the service's name; empty for path style
 * @param region empty when the host does not tell
 */
record AwsHost(String bucket, Optional<String> region) {
    private static final List<String> DOMAINS = List.of(".amazonaws.com", ".amazonaws.com.cn");

    /** Empty if the host is not one. */
    static Optional<AwsHost> of(String host) {
        return DOMAINS.stream()
                .filter(host::endsWith)
                .findFirst()
                .flatMap(domain -> service(host.substring(0, host.length() - domain.length())));
    }

    private static Optional<AwsHost> service(String host) {
        List<String> labels = Arrays.asList(host.split("\\.", -1));
        int last = labels.size() - 1;
        String end = labels.get(last);
        if (end.equals("s3") || end.equals("s3-accelerate") || end.equals("s3-external-1")) {
            return Optional.of(before(labels, last, ""));
        }
        if (end.startsWith("s3-") && isRegion(end.substring(3))) {
            return Optional.of(before(labels, last, end.substring(3)));
        }
        if (end.equals("dualstack") && last >= 1 && labels.get(last - 1).equals("s3-accelerate")) {
            return Optional.of(before(labels, last - 1, ""));
        }
        if (!isRegion(end) || last == 0) {
            return Optional.empty();
        }
        int service = labels.get(last - 1).equals("dualstack") ? last - 2 : last - 1;
        boolean s3 =
                service >= 0
                        && (labels.get(service).equals("s3")
                                || labels.get(service).equals("s3-fips"));
        return s3 ? Optional.of(before(labels, service, end)) : Optional.empty();
    }

    private static AwsHost before(List<String> labels, int service, String region) {
        return new AwsHost(
                String.join(".", labels.subList(0, service)),
                Optional.of(region).filter(r -> !r.isEmpty()));
    }

    /** {@code eu-west-1}, {@code us-gov-east-1}: words and a number, and not a website endpoint. */
    private static boolean isRegion(String label) {
        String[] parts = label.split("-", -1);
        return parts.length >= 3
                && !parts[0].equals("website")
                && !parts[0].equals("fips")
                && Arrays.stream(parts).limit(parts.length - 1L).allMatch(AwsHost::isWord)
                && parts[parts.length - 1].length() == 1
                && Character.isDigit(parts[parts.length - 1].charAt(0));
    }

    private static boolean isWord(String part) {
        return !part.isEmpty() && part.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }
}
