package org.outturn.aws;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.outturn.connection.Addressing;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * What a profile says of S3 besides the keys.
 *
 * @param endpoint from the {@code services} section that the profile names, else its own {@code
 *     endpoint_url}
 * @param addressing from {@code addressing_style} in its {@code s3} block
 */
record S3Settings(Optional<String> endpoint, Addressing addressing) {

    static S3Settings of(ProfileFile file, Profile profile) {
        Optional<String> endpoint =
                profile.property("services")
                        .flatMap(name -> file.getSection("services", name))
                        .flatMap(services -> nested(services, "endpoint_url"))
                        .or(() -> profile.property("endpoint_url"))
                        .map(String::strip)
                        .filter(Predicate.not(String::isEmpty));
        boolean ignored =
                profile.property("ignore_configured_endpoint_urls")
                        .filter("true"::equalsIgnoreCase)
                        .isPresent();
        return new S3Settings(
                ignored ? Optional.empty() : endpoint,
                nested(profile, "addressing_style")
                        .map(S3Settings::addressing)
                        .orElse(Addressing.AUTO));
    }

    private static Addressing addressing(String style) {
        return switch (style.strip().toLowerCase(Locale.ROOT)) {
            case "path" -> Addressing.PATH;
            case "virtual" -> Addressing.VIRTUAL;
            default -> Addressing.AUTO;
        };
    }

    /**
     * A property of the {@code s3} block: indented lines below {@code s3 =}, or {@code s3.name}.
     */
    private static Optional<String> nested(Profile section, String name) {
        Map<String, String> block = new HashMap<>();
        section.property("s3")
                .ifPresent(text ->
                        text.lines()
                                .map(line -> line.split("=", 2))
                                .filter(pair -> pair.length == 2)
                                .forEach(pair -> block.put(pair[0].strip(), pair[1].strip())));
        return Optional.ofNullable(block.get(name)).or(() -> section.property("s3." + name));
    }
}
