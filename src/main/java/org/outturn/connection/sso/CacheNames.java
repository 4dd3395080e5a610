package org.outturn.connection.sso;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.outturn.connection.SsoSession;

/**
 * The names of the cache's files, as the AWS tools have them: the SHA-1 of the session's name, or
 * of the start URL in the legacy form, which has no name; for a registration that of its
 * circumstances in JSON, written exactly as Python writes it.
 */
final class CacheNames {
    private CacheNames() {}

    /** The file of a session's token. */
    static String token(SsoSession session) {
        return sha1(session.name().isEmpty() ? session.startUrl() : session.name()) + ".json";
    }

    /** The file of a session's registration. */
    static String registration(SsoSession session) {
        String scopes =
                session.scopes().isEmpty()
                        ? "null"
                        : session.scopes().stream()
                                .map(CacheNames::quoted)
                                .collect(Collectors.joining(", ", "[", "]"));
        String name = session.name().isEmpty() ? "null" : quoted(session.name());
        return sha1(
                        "{"
                                + String.join(
                                        ", ",
                                        List.of(
                                                "\"region\": " + quoted(session.region()),
                                                "\"scopes\": " + scopes,
                                                "\"session_name\": " + name,
                                                "\"startUrl\": " + quoted(session.startUrl()),
                                                "\"tool\": \"botocore\""))
                                + "}")
                + ".json";
    }

    /** As Python's {@code json.dumps} does it: ASCII only. */
    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                default -> {
                    if (c < ' ' || c > '~') {
                        quoted.append("\\u%04x".formatted((int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-1")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
