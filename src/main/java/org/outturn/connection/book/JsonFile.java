package org.outturn.connection.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.settings.PrivateFolders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One value in one JSON file. A new file takes the place of the old one in one move; fields that
 * are not known are passed over. Blocking.
 */
final class JsonFile<T> {
    private static final String READ_ACTION = "ReadConnections";
    private static final String WRITE_ACTION = "WriteConnections";

    /** In bytes: some ten thousand connections. */
    private static final long LARGEST = 8L << 20;

    private final Path file;
    private final Class<T> kind;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    JsonFile(Path file, Class<T> kind) {
        this.file = file.toAbsolutePath();
        this.kind = kind;
        JsonMapper mapper =
                JsonMapper.builder()
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .changeDefaultPropertyInclusion(inclusion ->
                                inclusion.withValueInclusion(
                                        com.fasterxml.jackson.annotation.JsonInclude.Include
                                                .NON_NULL))
                        .build();
        reader = mapper.readerFor(kind);
        writer = mapper.writerFor(kind);
    }

    Path path() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /**
     * Nothing when the file is there and holds something else.
     *
     * @throws FailureException if it is not there or cannot be read
     */
    Optional<T> read() {
        try {
            byte[] json = Files.size(file) > LARGEST ? new byte[0] : Files.readAllBytes(file);
            return Optional.ofNullable(kind.cast(reader.readValue(json)));
        } catch (JacksonException notOurs) {
            // its text may quote the file
            return Optional.empty();
        } catch (IOException e) {
            throw failure(READ_ACTION, e);
        }
    }

    /**
     * Writes the file, in a folder that nobody else may look into when it has to be made.
     *
     * @throws FailureException if it cannot be written; it is then as it was
     */
    void write(T value) {
        try {
            PrivateFolders.create(file.getParent());
            Path temporary = Files.createTempFile(file.getParent(), "connections", ".tmp");
            try {
                Files.write(temporary, writer.writeValueAsBytes(value));
                Files.move(
                        temporary,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw failure(WRITE_ACTION, e);
        }
    }

    /** Keeps what is there now under another name beside it. */
    Path setAside(String suffix, boolean leave) {
        Path aside = file.resolveSibling(file.getFileName() + suffix);
        try {
            if (leave) {
                Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (NoSuchFileException gone) {
            return aside;
        } catch (IOException e) {
            throw failure(WRITE_ACTION, e);
        }
        return aside;
    }

    private FailureException failure(String action, IOException e) {
        var attempt = new Attempt(action, file.toString());
        return new FailureException(
                new Failure.LocalFile(
                        file.toString(), attempt, Technical.of(e.getClass().getSimpleName())),
                e);
    }
}
