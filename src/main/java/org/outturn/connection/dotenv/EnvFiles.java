package org.outturn.connection.dotenv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.outturn.connection.Credentials;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;

/** Reads {@code .env} files from the disk, and never writes one. Blocks on files. */
public final class EnvFiles {
    private static final String ACTION = "ReadEnvFile";

    /** In bytes; such files have a few hundred. */
    static final int LARGEST = 256 * 1024;

    private static final Map<List<Integer>, Charset> MARKS =
            Map.of(
                    List.of(0xFF, 0xFE), StandardCharsets.UTF_16LE,
                    List.of(0xFE, 0xFF), StandardCharsets.UTF_16BE);

    private final Map<String, String> environment;

    /**
     * @param environment values of variables that a file puts in and does not set
     */
    public EnvFiles(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * What a file comes to.
     *
     * @throws FailureException if it cannot be read
     */
    public EnvFound find(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return new EnvReading(absolute, text(absolute)).found();
    }

    /**
     * The keys of a file as they are now.
     *
     * @param accessKeyName the variable that holds the access key's id; empty for the first keys
     *     that there are
     * @return nothing when the file has no such keys
     * @throws FailureException if it cannot be read
     */
    public Optional<Credentials> keys(Path file, String accessKeyName) {
        return KeyGroup.of(text(file)).stream()
                .filter(group ->
                        accessKeyName.isEmpty() || group.names().access().equals(accessKeyName))
                .map(KeyGroup::keys)
                .findFirst();
    }

    private EnvText text(Path file) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            var attempt = new Attempt(ACTION, file.toString());
            throw new FailureException(
                    new Failure.LocalFile(
                            file.toString(), attempt, Technical.of(e.getClass().getSimpleName())),
                    e);
        }
        return decode(bytes);
    }

    /** What Windows PowerShell writes is UTF-16; all others write UTF-8. */
    EnvText decode(byte[] bytes) {
        boolean tooLarge = bytes.length > LARGEST;
        byte[] some = tooLarge ? Arrays.copyOf(bytes, LARGEST) : bytes;
        Charset charset =
                some.length < 2
                        ? StandardCharsets.UTF_8
                        : MARKS.getOrDefault(
                                List.of(some[0] & 0xFF, some[1] & 0xFF), StandardCharsets.UTF_8);
        String text = new String(some, charset);
        if (text.indexOf('\0') >= 0) {
            return new EnvText(Map.of(), List.of(new EnvProblem(0, EnvProblem.Kind.NO_TEXT, "")));
        }
        EnvText read = EnvText.read(text, name -> Optional.ofNullable(environment.get(name)));
        if (!tooLarge) {
            return read;
        }
        var problems = new ArrayList<>(read.problems());
        problems.addFirst(new EnvProblem(0, EnvProblem.Kind.TOO_LARGE, ""));
        return new EnvText(read.variables(), problems);
    }
}
