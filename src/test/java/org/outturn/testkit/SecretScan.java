package org.outturn.testkit;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for secrets in files, byte by byte: as they are, percent-encoded, in base 64 at any offset,
 * and as some write them in JSON.
 */
public final class SecretScan {
    private final Map<String, String> secrets = new LinkedHashMap<>();

    /** One more secret to look for, by a name that may be told. */
    public SecretScan hide(String name, String secret) {
        if (secret.length() < 8) {
            throw new IllegalArgumentException(name + " is too short to be looked for");
        }
        secrets.put(name, secret);
        return this;
    }

    /** Which secrets are in which files below a folder: names and paths, no secret. */
    public List<String> in(Path folder, Predicate<Path> which) throws IOException {
        List<String> found = new ArrayList<>();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile() && which.test(file)) {
                            in(content(file))
                                    .forEach(name ->
                                            found.add(name + " in " + folder.relativize(file)));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path place, @Nullable IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        return found;
    }

    /** Nothing when it has gone meanwhile, which files of others do. */
    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException goneMeanwhile) {
            return "";
        }
    }

    /** Which secrets are in a text. */
    public List<String> in(String content) {
        return secrets.entrySet().stream()
                .filter(secret -> forms(secret.getValue()).anyMatch(content::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Stream<String> forms(String secret) {
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        Stream<String> plain =
                Stream.of(
                        secret,
                        encoded,
                        encoded.replace("+", "%20"),
                        secret.replace("/", "\\/"),
                        new StringBuilder(secret).reverse().toString());
        return Stream.concat(plain, Stream.of(0, 1, 2).map(offset -> base64(secret, offset)));
    }

    /** The middle of it, which is the same whatever stands before and behind. */
    private static String base64(String secret, int offset) {
        byte[] bytes = ("\0".repeat(offset) + secret).getBytes(StandardCharsets.UTF_8);
        String text = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        return text.substring(offset == 0 ? 0 : 4, text.length() - 2);
    }
}
