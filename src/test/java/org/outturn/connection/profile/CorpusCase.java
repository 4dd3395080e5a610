package org.outturn.connection.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A pair of files of the corpus. */
record CorpusCase(String name, Map<String, String> says, String config, String credentials) {
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|([\\\\tsc]))");

    /** All of them, in order. */
    static List<CorpusCase> all() {
        try (InputStream stream = CorpusCase.class.getResourceAsStream("corpus.txt")) {
            String text =
                    new String(
                            Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("(?m)^=== ")).skip(1).map(CorpusCase::parsed).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CorpusCase parsed(String text) {
        List<String> lines = text.lines().toList();
        Map<String, String> says = new HashMap<>();
        Map<String, List<String>> files = new HashMap<>();
        List<String> into = null;
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("--- ")) {
                into = files.computeIfAbsent(line.substring(4), _ -> new ArrayList<>());
            } else if (into != null) {
                into.add(line);
            } else {
                String[] parts = line.split(": ", 2);
                says.put(parts[0], parts[1]);
            }
        }
        return new CorpusCase(
                lines.getFirst(),
                says,
                content(files.get("config")),
                content(files.get("credentials")));
    }

    private static String content(List<String> lines) {
        if (lines == null) {
            return "";
        }
        String text = String.join("\n", lines) + "\n";
        return ESCAPE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(unescaped(found)))
                .replace("\u0000c\n", "");
    }

    private static String unescaped(java.util.regex.MatchResult found) {
        if (found.group(3) == null) {
            String hex = found.group(1) == null ? found.group(2) : found.group(1);
            return Character.toString(Integer.parseInt(hex, 16));
        }
        return switch (found.group(3)) {
            case "t" -> "\t";
            case "s" -> " ";
            case "c" -> "\u0000c";
            default -> "\\";
        };
    }

    boolean differs() {
        return says.containsKey("differs");
    }

    /** What Outturn is to make of it, besides what the AWS CLI says. */
    List<String> expected() {
        return Stream.of(says.getOrDefault("expect", "").split("; "))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Writes both files. */
    ProfileFiles into(Path folder) throws IOException {
        ProfileFiles files = ProfileFiles.of(Map.of(), folder);
        Files.createDirectories(files.config().getParent());
        Files.writeString(
                folder.resolve("keys.json"),
                """
                {"Version": 1, "AccessKeyId": "AKIAPROGRAM", "SecretAccessKey": "from/program"}
                """);
        Files.writeString(folder.resolve("token"), "a.web.token\n");
        write(files.config(), config.replace("{home}", folder.toString()));
        write(files.credentials(), credentials.replace("{home}", folder.toString()));
        return files;
    }

    private void write(Path file, String text) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        byte[] bytes =
                switch (says.getOrDefault("encoded", "")) {
                    case "crlf" -> text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
                    case "cr" -> text.replace("\n", "\r").getBytes(StandardCharsets.UTF_8);
                    case "bom" -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
                    case "utf16" -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE);
                    case "latin1" -> text.getBytes(StandardCharsets.ISO_8859_1);
                    default -> text.getBytes(StandardCharsets.UTF_8);
                };
        Files.write(file, bytes);
    }
}
