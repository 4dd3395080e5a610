package org.outturn.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The settings in a JSON file. A new file takes the place of the old one in one move, so a crash
 * leaves either the one or the other. Fields that this version does not know are ignored, fields
 * that are absent take their defaults. Blocking.
 */
public final class SettingsStore {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path file;
    private final InstantSource clock;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    /**
     * @param file the file; it and its folder need not exist
     */
    public SettingsStore(Path file) {
        this(file, InstantSource.system());
    }

    SettingsStore(Path file, InstantSource clock) {
        this.file = file.toAbsolutePath();
        this.clock = clock;
        JsonMapper mapper =
                JsonMapper.builder()
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        // an empty file is damaged, not "nothing"
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build();
        this.reader = mapper.readerFor(StoredSettings.class);
        this.writer = mapper.writerFor(StoredSettings.class);
    }

    /**
     * Reads the settings. A file that is no settings file is moved aside, to {@code
     * settings.json.damaged-<time>} beside it, so that nothing an operator may want back is
     * overwritten.
     *
     * @throws IOException when the file is there but cannot be read or moved
     */
    public LoadedSettings load() throws IOException {
        byte[] json;
        try {
            json = Files.readAllBytes(file);
        } catch (NoSuchFileException firstStart) {
            return new LoadedSettings(Settings.defaults(), Optional.empty());
        }
        try {
            StoredSettings stored = reader.readValue(json);
            if (stored != null) {
                return new LoadedSettings(stored.toSettings(), Optional.empty());
            }
        } catch (JacksonException damaged) {
            // said by the return value; the text of the exception may quote the file
        }
        Path aside =
                file.resolveSibling(
                        file.getFileName() + ".damaged-" + STAMP.format(clock.instant()));
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        return new LoadedSettings(Settings.defaults(), Optional.of(aside));
    }

    /**
     * Writes the settings, creating the folder when it is not there.
     *
     * @throws IOException when they cannot be written; the file is then as it was
     */
    public synchronized void save(Settings settings) throws IOException {
        PrivateFolders.create(file.getParent());
        Path temporary = Files.createTempFile(file.getParent(), "settings", ".tmp");
        try {
            Files.write(temporary, writer.writeValueAsBytes(StoredSettings.of(settings)));
            Files.move(
                    temporary,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
