package org.outturn.connection.dotenv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.outturn.connection.Connection;
import org.outturn.connection.Identity;
import org.outturn.connection.Mark;
import org.outturn.connection.ServerOptions;
import org.outturn.connection.ServerTrust;
import org.outturn.connection.SignIn;
import org.outturn.connection.Trouble;
import org.outturn.pipeline.Producer;

/** Makes connections of the variables of a file. */
final class EnvReading {
    private final Path file;
    private final EnvText text;
    private final Set<String> bad = new LinkedHashSet<>();

    EnvReading(Path file, EnvText text) {
        this.file = file;
        this.text = text;
    }

    EnvFound found() {
        Optional<Producer> producer = ProducerNames.producer(text.variables().keySet());
        List<KeyGroup> groups = KeyGroup.of(text);
        var connections = new ArrayList<Connection>();
        for (KeyGroup group : groups) {
            connections.add(
                    connection(
                            group.names().family(),
                            producer,
                            new SignIn.EnvFile(file, group.names().access()),
                            groups.size() > 1 ? " (" + group.keys().accessKeyId() + ")" : ""));
        }
        if (groups.isEmpty()) {
            first(EnvMeaning.PROFILE)
                    .map(profile -> connection("AWS_", producer, new SignIn.Profile(profile), ""))
                    .ifPresent(connections::add);
        }
        var known =
                text.variables().keySet().stream()
                        .collect(Collectors.partitioningBy(EnvReading::isKnown));
        return new EnvFound(
                file,
                producer,
                connections,
                known.get(true),
                known.get(false),
                troubles(connections.isEmpty()),
                first(EnvMeaning.NATS_ADDRESS)
                        .map(address -> new NatsAccess(address, first(EnvMeaning.NATS_TOKEN))));
    }

    private Connection connection(
            String family, Optional<Producer> producer, SignIn signIn, String suffix) {
        var places = new EnvPlaces(text, family, producer, bad::add);
        ServerTrust trust = places.trust().orElse(ServerOptions.DEFAULTS.trust());
        var server = new ServerOptions(trust, places.checksums(), places.linkHost(), false);
        String key =
                signIn instanceof SignIn.EnvFile(Path path, String names)
                        ? path + "#" + names
                        : file.toString();
        return new Connection(
                new Identity(Identity.Origin.ENV_FILE, key),
                name() + suffix,
                Mark.NONE,
                places.endpoint(),
                places.region(),
                places.addressing(),
                signIn,
                places.pinned(),
                server);
    }

    /** What the folder is called, as most of these files are called the same. */
    private String name() {
        Path fileName = file.getFileName();
        String own = fileName == null ? "" : fileName.toString();
        Path folder = file.getParent() == null ? null : file.getParent().getFileName();
        return folder == null || !own.startsWith(".env") ? own : folder + "/" + own;
    }

    private List<Trouble> troubles(boolean none) {
        Stream<Trouble> problems =
                text.problems().stream()
                        .map(p ->
                                new Trouble(
                                        file, p.line(), p.kind().messageKey(), List.of(p.name())));
        Stream<Trouble> halves =
                KeyGroup.missing(text).stream().map(name -> about("dotenv.note.half", name, 0));
        Stream<Trouble> values = bad.stream().map(name -> about("dotenv.note.value", name));
        Stream<Trouble> certificates =
                set(EnvMeaning.VERIFY_TLS)
                        .filter(_ ->
                                new EnvPlaces(text, "", Optional.empty(), _ -> {})
                                        .checksNoCertificate())
                        .map(name -> about("dotenv.note.verify", name));
        Stream<Trouble> off =
                set(EnvMeaning.STORES_IN_S3)
                        .filter(name -> storesElsewhere(text.value(name).orElse("")))
                        .map(name -> about("dotenv.note.off", name));
        Stream<Trouble> keys =
                none
                        ? Stream.of(new Trouble(file, 0, "dotenv.note.noKeys", List.of()))
                        : Stream.of();
        return Stream.of(keys, problems, halves, values, certificates, off)
                .flatMap(all -> all)
                .sorted(Comparator.comparingInt(Trouble::line))
                .toList();
    }

    private static boolean storesElsewhere(String value) {
        return Flags.flag(value).filter(on -> !on).isPresent() || value.equalsIgnoreCase("local");
    }

    private Trouble about(String messageKey, String name) {
        return about(messageKey, name, text.variables().get(name).line());
    }

    private Trouble about(String messageKey, String name, int line) {
        return new Trouble(file, line, messageKey, List.of(name));
    }

    private Optional<String> first(EnvMeaning meaning) {
        return set(meaning).map(name -> text.value(name).orElseThrow()).findFirst();
    }

    private Stream<String> set(EnvMeaning meaning) {
        return meaning.names().stream().filter(name -> text.value(name).isPresent());
    }

    private static boolean isKnown(String name) {
        return EnvMeaning.of(name).isPresent()
                || Stream.of(KeyNames.values()).anyMatch(keys -> keys.all().contains(name));
    }
}
