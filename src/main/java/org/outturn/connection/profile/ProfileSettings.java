package org.outturn.connection.profile;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.outturn.connection.Addressing;
import org.outturn.connection.Checksums;

/**
 * What a profile says besides its keys (AWS SDKs and Tools reference guide, "AWS Region",
 * "Service-specific endpoints", "Data Integrity Protections for Amazon S3"; AWS CLI S3
 * configuration). Variables of the environment go before the profile, as documented there, but for
 * the region: many profiles are shown side by side, each with the region that it names.
 */
public final class ProfileSettings {
    private static final String FALLBACK_REGION = "us-east-1";
    private static final String ENDPOINT = "endpoint_url";

    private final ProfileBook book;
    private final Map<String, String> environment;

    public ProfileSettings(ProfileBook book, Map<String, String> environment) {
        this.book = book;
        this.environment = environment;
    }

    /** The profile's region, that of the variables, or {@code us-east-1}. */
    public String region(Profile profile) {
        return profile.text("region")
                .map(ProfileSettings::withoutRemark)
                .or(this::variableRegion)
                .orElse(FALLBACK_REGION);
    }

    /** The region of the variables, or {@code us-east-1}. */
    public String region() {
        return variableRegion().orElse(FALLBACK_REGION);
    }

    private Optional<String> variableRegion() {
        return first("AWS_REGION", "AWS_DEFAULT_REGION");
    }

    /**
     * The address of a service: that of the variables, of the {@code services} section that the
     * profile names, or the profile's own. Not checked.
     *
     * @param service as in the section, for instance {@code s3} or {@code sts}
     */
    public Optional<String> endpoint(Profile profile, String service) {
        boolean ignored =
                profile.text("ignore_configured_endpoint_urls")
                        .filter(ProfileSettings::isTrue)
                        .isPresent();
        if (ignored || variableEndpointsIgnored()) {
            return Optional.empty();
        }
        return variableEndpoint(service)
                .or(() -> serviceEndpoint(profile, service))
                .or(() -> profile.nested(service, ENDPOINT).filter(text -> !text.isBlank()))
                .or(() -> profile.text(ENDPOINT))
                .map(ProfileSettings::withoutRemark);
    }

    /** The address of a service by the {@code services} section that the profile names alone. */
    Optional<String> serviceEndpoint(Profile profile, String service) {
        return profile.text("services")
                .flatMap(name -> Optional.ofNullable(book.services().get(name)))
                .flatMap(section -> section.nested(service, ENDPOINT))
                .filter(text -> !text.isBlank());
    }

    /** The address of a service by the variables alone. */
    public Optional<String> endpoint(String service) {
        return variableEndpointsIgnored() ? Optional.empty() : variableEndpoint(service);
    }

    private Optional<String> variableEndpoint(String service) {
        return first("AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT), "AWS_ENDPOINT_URL");
    }

    private boolean variableEndpointsIgnored() {
        return first("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")
                .filter(ProfileSettings::isTrue)
                .isPresent();
    }

    /** An address that one can connect to; nothing if it is none. */
    public static Optional<URI> address(String text) {
        try {
            var uri = new URI(Blank.strip(text));
            boolean http =
                    "http".equalsIgnoreCase(uri.getScheme())
                            || "https".equalsIgnoreCase(uri.getScheme());
            boolean plain =
                    uri.getRawQuery() == null
                            && uri.getRawUserInfo() == null
                            && uri.getRawFragment() == null;
            return http && plain && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** {@code addressing_style} of the {@code s3} block. */
    public static Addressing addressing(Profile profile) {
        String style = profile.nested("s3", "addressing_style").orElse("");
        return switch (style.toLowerCase(Locale.ROOT)) {
            case "path" -> Addressing.PATH;
            case "virtual" -> Addressing.VIRTUAL;
            default -> Addressing.AUTO;
        };
    }

    /**
     * {@code request_checksum_calculation}, else {@code response_checksum_validation}: servers that
     * cannot do with the one cannot do with the other.
     */
    public Checksums checksums(Profile profile) {
        return Stream.of(
                        first("AWS_REQUEST_CHECKSUM_CALCULATION"),
                        profile.text("request_checksum_calculation"),
                        first("AWS_RESPONSE_CHECKSUM_VALIDATION"),
                        profile.text("response_checksum_validation"))
                .flatMap(Optional::stream)
                .map(ProfileSettings::checksums)
                .filter(kind -> kind != Checksums.AUTO)
                .findFirst()
                .orElse(Checksums.AUTO);
    }

    /** The same by the variables alone. */
    public Checksums checksums() {
        return first("AWS_REQUEST_CHECKSUM_CALCULATION", "AWS_RESPONSE_CHECKSUM_VALIDATION")
                .map(ProfileSettings::checksums)
                .orElse(Checksums.AUTO);
    }

    private static Checksums checksums(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "when_required" -> Checksums.WHEN_REQUIRED;
            case "when_supported" -> Checksums.WHEN_SUPPORTED;
            default -> Checksums.AUTO;
        };
    }

    private Optional<String> first(String... variables) {
        return Stream.of(variables)
                .map(name -> EnvironmentKeys.variable(environment, name))
                .flatMap(Optional::stream)
                .map(Blank::strip)
                .findFirst();
    }

    /**
     * The SDKs take a remark behind a value for one; the AWS CLI takes it for a part of the value,
     * which is never of use in an address or a region.
     */
    private static String withoutRemark(String text) {
        for (int at = 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if ((c == '#' || c == ';') && Blank.is(text.charAt(at - 1))) {
                return Blank.strip(text.substring(0, at));
            }
        }
        return text;
    }

    private static boolean isTrue(String text) {
        return text.equalsIgnoreCase("true");
    }
}
