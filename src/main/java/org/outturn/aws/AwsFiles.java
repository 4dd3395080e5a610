package org.outturn.aws;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * The two files that the AWS tools share (AWS SDKs and Tools reference guide, "Shared config and
 * credentials files"). Either may be missing.
 *
 * @param config usually {@code ~/.aws/config}
 * @param credentials usually {@code ~/.aws/credentials}
 */
public record AwsFiles(Path config, Path credentials) {
    static final String READ_ACTION = "ReadProfiles";

    /** Profiles that assume a role ask the security token service of some region. */
    private static final String DEFAULT_REGION = "us-east-1";

    /** Names that can be written into a file without further care. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_./%@:+-]+");

    /**
     * Where the files are, as the AWS tools find them.
     *
     * @param environment the variables; {@code AWS_CONFIG_FILE} and {@code
     *     AWS_SHARED_CREDENTIALS_FILE} are looked at
     * @param home the user's home folder
     */
    public static AwsFiles of(Map<String, String> environment, Path home) {
        return new AwsFiles(
                path(environment.get("AWS_CONFIG_FILE"), home, "config"),
                path(environment.get("AWS_SHARED_CREDENTIALS_FILE"), home, "credentials"));
    }

    private static Path path(@Nullable String named, Path home, String name) {
        if (named == null || named.isBlank()) {
            return home.resolve(".aws").resolve(name);
        }
        return named.startsWith("~/") ? home.resolve(named.substring(2)) : Path.of(named);
    }

    /**
     * Both files as one; where both speak of a profile, the credentials file wins.
     *
     * @throws FailureException with {@link Failure.LocalFile} if one of them cannot be read or
     *     understood
     */
    ProfileFile read() {
        ProfileFile.Aggregator all = ProfileFile.aggregator();
        add(all, credentials, ProfileFile.Type.CREDENTIALS);
        add(all, config, ProfileFile.Type.CONFIGURATION);
        return all.build();
    }

    /**
     * The same with a region in every profile, because the SDK would look for a missing one at the
     * metadata service of a cloud machine that this is not.
     */
    ProfileFile readWithRegions() {
        ProfileFile all = read();
        String regions =
                all.profiles().values().stream()
                        .filter(profile -> profile.property("region").isEmpty())
                        .filter(profile -> PLAIN_NAME.matcher(profile.name()).matches())
                        .map(profile ->
                                "[%s]%nregion = %s%n".formatted(profile.name(), DEFAULT_REGION))
                        .collect(Collectors.joining());
        return ProfileFile.aggregator()
                .addFile(all)
                .addFile(
                        ProfileFile.builder()
                                .content(regions)
                                .type(ProfileFile.Type.CREDENTIALS)
                                .build())
                .build();
    }

    private static void add(ProfileFile.Aggregator all, Path file, ProfileFile.Type type) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            all.addFile(ProfileFile.builder().content(file).type(type).build());
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            throw new FailureException(
                    new Failure.LocalFile(
                            file.toString(),
                            new Attempt(READ_ACTION, file.toString()),
                            Technical.of(Redaction.text(e.getMessage()))));
        }
    }
}
