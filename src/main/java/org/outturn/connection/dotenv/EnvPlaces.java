package org.outturn.connection.dotenv;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.outturn.connection.Addressing;
import org.outturn.connection.Checksums;
import org.outturn.connection.ServerTrust;
import org.outturn.pipeline.Producer;
import org.outturn.storage.Prefix;

/** What the variables of a file say about the server and the place in it. */
final class EnvPlaces {
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://.*");

    private final EnvText text;
    private final String family;
    private final Optional<Producer> producer;
    private final Consumer<String> bad;

    /**
     * @param family how the names begin that go before others
     * @param bad is told the name of a variable whose value cannot be used
     */
    EnvPlaces(EnvText text, String family, Optional<Producer> producer, Consumer<String> bad) {
        this.text = text;
        this.family = family;
        this.producer = producer;
        this.bad = bad;
    }

    Optional<URI> endpoint() {
        return name(EnvMeaning.ENDPOINT).flatMap(this::address);
    }

    Optional<URI> linkHost() {
        return name(EnvMeaning.LINK_HOST).flatMap(this::address);
    }

    /** Any will do where a server does not care: {@code us-east-1} then. */
    String region() {
        return value(EnvMeaning.REGION).orElse("us-east-1");
    }

    Optional<Prefix> pinned() {
        return value(EnvMeaning.BUCKET).map(bucket -> new Prefix(bucket, prefix()));
    }

    /** The document parser puts a slash after its prefix; the others write theirs as it is. */
    private String prefix() {
        String given = value(EnvMeaning.PREFIX).orElse("");
        boolean slash =
                producer.filter(Producer.MONKEY_OCR::equals).isPresent()
                        && !given.isEmpty()
                        && !given.endsWith("/");
        return slash ? given + "/" : given;
    }

    Addressing addressing() {
        return name(EnvMeaning.PATH_STYLE)
                .flatMap(this::flag)
                .map(path -> path ? Addressing.PATH : Addressing.VIRTUAL)
                .orElse(Addressing.AUTO);
    }

    Optional<ServerTrust> trust() {
        return name(EnvMeaning.CA_FILE)
                .flatMap(name -> {
                    try {
                        return Optional.of(
                                new ServerTrust.Authorities(
                                        Path.of(text.value(name).orElseThrow())));
                    } catch (InvalidPathException e) {
                        bad.accept(name);
                        return Optional.empty();
                    }
                });
    }

    /** As the AWS tools read it: in any case. */
    Checksums checksums() {
        Optional<String> name = name(EnvMeaning.CHECKSUMS);
        if (name.isEmpty()) {
            return Checksums.AUTO;
        }
        return switch (text.value(name.get()).orElse("").toLowerCase(Locale.ROOT)) {
            case "when_required" -> Checksums.WHEN_REQUIRED;
            case "when_supported" -> Checksums.WHEN_SUPPORTED;
            default -> {
                bad.accept(name.get());
                yield Checksums.AUTO;
            }
        };
    }

    /** Whether the file has the server's certificate not looked at. */
    boolean checksNoCertificate() {
        return name(EnvMeaning.VERIFY_TLS).flatMap(this::flag).filter(on -> !on).isPresent();
    }

    private boolean useTls() {
        return name(EnvMeaning.USE_TLS).flatMap(this::flag).orElse(true);
    }

    private Optional<String> value(EnvMeaning meaning) {
        return name(meaning).flatMap(text::value);
    }

    /** The name that counts among those that mean the same and are set. */
    private Optional<String> name(EnvMeaning meaning) {
        List<String> names =
                meaning.names().stream()
                        .sorted(Comparator.comparing(name -> !name.startsWith(family)))
                        .toList();
        return names.stream().filter(name -> text.value(name).isPresent()).findFirst();
    }

    private Optional<Boolean> flag(String name) {
        Optional<Boolean> flag = text.value(name).flatMap(Flags::flag);
        if (flag.isEmpty()) {
            bad.accept(name);
        }
        return flag;
    }

    private Optional<URI> address(String name) {
        String given = text.value(name).orElse("");
        String whole =
                SCHEME.matcher(given).matches()
                        ? given
                        : (useTls() ? "https://" : "http://") + given;
        try {
            var uri = new URI(whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole);
            boolean http =
                    "http".equalsIgnoreCase(uri.getScheme())
                            || "https".equalsIgnoreCase(uri.getScheme());
            boolean plain =
                    uri.getRawQuery() == null
                            && uri.getRawUserInfo() == null
                            && uri.getRawFragment() == null;
            if (http && plain && uri.getHost() != null) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            // told by its name: the value may hold a password
        }
        bad.accept(name);
        return Optional.empty();
    }
}
