package org.outturn.connection.profile;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The two files that the AWS tools share (AWS SDKs and Tools reference guide, "Shared config and
 * credentials files"). Either may be missing.
 *
 * @param config usually {@code ~/.aws/config}
 * @param credentials usually {@code ~/.aws/credentials}
 * @param home the folder that {@code ~} stands for
 */
public record ProfileFiles(Path config, Path credentials, Path home) {
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:(\\w+)|\\{([^}]*)})");

    /**
     * Where the files are, as the AWS CLI finds them: {@code AWS_CONFIG_FILE} and {@code
     * AWS_SHARED_CREDENTIALS_FILE} may begin with {@code ~} and hold variables.
     *
     * @param environment the variables
     * @param home the user's home folder
     */
    public static ProfileFiles of(Map<String, String> environment, Path home) {
        return new ProfileFiles(
                path(environment, "AWS_CONFIG_FILE", home, "config"),
                path(environment, "AWS_SHARED_CREDENTIALS_FILE", home, "credentials"),
                home);
    }

    /** Files that are not there, for whoever has no profiles. */
    public static ProfileFiles none() {
        Path nowhere = Path.of("no-such-folder");
        return of(Map.of(), nowhere);
    }

    /** Both, config first. */
    public List<Path> both() {
        return List.of(config, credentials);
    }

    private static Path path(
            Map<String, String> environment, String variable, Path home, String name) {
        Path usual = home.resolve(".aws").resolve(name);
        String named = environment.get(variable);
        if (named == null || named.isBlank()) {
            return usual;
        }
        try {
            return expanded(filled(named, environment), home);
        } catch (InvalidPathException e) {
            return usual;
        }
    }

    private static Path expanded(String text, Path home) {
        boolean below = text.startsWith("~/") || text.startsWith("~\\");
        return below ? home.resolve(text.substring(2)) : Path.of(text);
    }

    /**
     * A file that a profile names.
     *
     * @throws InvalidPathException if no file can be called so
     */
    Path expanded(String text) {
        return expanded(text, home);
    }

    /** A variable that is not set stays as it stands, as with Python's {@code expandvars}. */
    private static String filled(String text, Map<String, String> environment) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> {
                    @Nullable String name =
                            found.group(1) == null ? found.group(2) : found.group(1);
                    return Matcher.quoteReplacement(environment.getOrDefault(name, found.group()));
                });
    }
}
