package org.outturn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.settings.SettingsStore;
import org.outturn.storage.Encryption;
import org.outturn.storage.ObjectTags;
import org.outturn.storage.StoreOptions;
import org.outturn.upload.CompareBy;
import org.outturn.upload.UploadOptions;

class RememberedUploadsTest {
    private static final UploadOptions CHOSEN =
            new UploadOptions(
                    new StoreOptions(
                            "STANDARD_IA",
                            new Encryption.Kms("alias/outputs"),
                            ObjectTags.of(Map.of("client", "agar"))),
                    CompareBy.CHECKSUM,
                    true,
                    50);

    @TempDir private Path folder;

    @Test
    void whatIsKeptIsThereAtTheNextStartForThatConnectionOnly() throws IOException {
        SettingsStore store = new SettingsStore(folder.resolve("settings.json"));
        try (var settings = new RememberedSettings(store, store.load().settings(), Map.of())) {
            new RememberedUploads(settings).keep("prod", CHOSEN);
        }

        try (var settings = new RememberedSettings(store, store.load().settings(), Map.of())) {
            var uploads = new RememberedUploads(settings);
            assertThat(uploads.options("prod")).isEqualTo(CHOSEN.withMostBytes(Long.MAX_VALUE));
            assertThat(uploads.options("other")).isEqualTo(UploadOptions.DEFAULTS);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"encryption\": \"quantum\", \"compareBy\": \"SMELL\"}",
                "{\"tags\": null, \"storageClass\": null}"
            })
    void whatAnotherVersionHasWrittenIsAsUsual(String stored) throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, "{\"uploads\": {\"prod\": " + stored + "}}");
        SettingsStore store = new SettingsStore(file);

        try (var settings = new RememberedSettings(store, store.load().settings(), Map.of())) {
            assertThat(new RememberedUploads(settings).options("prod"))
                    .isEqualTo(UploadOptions.DEFAULTS);
        }
    }
}
