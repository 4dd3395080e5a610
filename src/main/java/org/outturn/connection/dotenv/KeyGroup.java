package org.outturn.connection.dotenv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.outturn.connection.Credentials;

/** Keys of a file, with the names that they stand under. */
record KeyGroup(KeyNames names, Credentials keys) {

    /** All that are whole; those that are the same under two names once. */
    static List<KeyGroup> of(EnvText text) {
        var groups = new ArrayList<KeyGroup>();
        for (KeyNames names : KeyNames.values()) {
            of(text, names)
                    .filter(found ->
                            groups.stream().noneMatch(have -> have.keys.equals(found.keys)))
                    .ifPresent(groups::add);
        }
        return groups;
    }

    /** The names of secrets without a key, and of keys without a secret. */
    static List<String> missing(EnvText text) {
        return Arrays.stream(KeyNames.values())
                .filter(names ->
                        text.value(names.access()).isPresent()
                                != text.value(names.secret()).isPresent())
                .map(names ->
                        text.value(names.access()).isPresent() ? names.secret() : names.access())
                .toList();
    }

    private static Optional<KeyGroup> of(EnvText text, KeyNames names) {
        Optional<String> access = text.value(names.access());
        Optional<String> secret = text.value(names.secret());
        if (access.isEmpty() || secret.isEmpty()) {
            return Optional.empty();
        }
        String token = names.token().isEmpty() ? "" : text.value(names.token()).orElse("");
        return Optional.of(new KeyGroup(names, new Credentials(access.get(), secret.get(), token)));
    }
}
