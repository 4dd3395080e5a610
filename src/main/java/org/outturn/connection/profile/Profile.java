package org.outturn.connection.profile;

import java.util.Optional;

/**
 * A profile as both files have it. Never prints its values.
 *
 * @param name as one writes it after {@code --profile}
 * @param config its section of the config file; without properties if there is none
 * @param credentials its section of the credentials file, whose values win; without properties if
 *     there is none
 */
public record Profile(String name, Section config, Section credentials) {

    /** A value; blank ones are as good as none. */
    public Optional<String> value(String property) {
        return credentials.value(property).or(() -> config.value(property));
    }

    /** A value that says something. */
    Optional<String> text(String property) {
        return value(property).map(Blank::strip).filter(text -> !text.isEmpty());
    }

    boolean has(String property) {
        return value(property).isPresent();
    }

    /** A value of a nested block, for instance {@code addressing_style} of {@code s3}. */
    public Optional<String> nested(String block, String property) {
        return credentials.nested(block, property).or(() -> config.nested(block, property));
    }

    boolean inCredentials(String property) {
        return credentials.value(property).isPresent();
    }

    @Override
    public String toString() {
        return "Profile[" + name + "]";
    }
}
