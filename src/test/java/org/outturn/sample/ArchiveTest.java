package org.outturn.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveTest {
    private Instant now = Instant.parse("2026-11-21T09:30:00Z");
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final Archive archive = new Archive(clock);

    private static StoredObject object(String storageClass) {
        return new StoredObject(
                "a",
                "null",
                Instant.EPOCH,
                ObjectAttributes.UNTYPED.withStorageClass(storageClass),
                new StoredContent(List.of(), "", List.of(), Map.of()));
    }

    @Test
    void aCopyComesAndGoes() {
        StoredObject asked = archive.restore(object("GLACIER"), 3, "Standard");
        assertThat(archive.header(asked)).isEqualTo("ongoing-request=\"true\"");
        assertThatExceptionOfType(S3Error.class)
                .isThrownBy(() -> archive.requireReadable(asked))
                .returns("InvalidObjectState", error -> error.code)
                .returns("GLACIER", error -> error.details.get("StorageClass"));

        now = now.plus(Duration.ofSeconds(3));
        assertThat(archive.header(asked))
                .isEqualTo(
                        "ongoing-request=\"false\", expiry-date=\"Wed, 25 Nov 2026 00:00:00 GMT\"");
        assertThatCode(() -> archive.requireReadable(asked)).doesNotThrowAnyException();

        now = Instant.parse("2026-11-25T00:00:00Z");
        assertThat(archive.header(asked)).isNull();
        assertThatExceptionOfType(S3Error.class).isThrownBy(() -> archive.requireReadable(asked));
        assertThatCode(() -> archive.restore(asked, 1, "Bulk")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "GLACIER, Standard, ''",
        "GLACIER, Expedited, ''",
        "DEEP_ARCHIVE, Bulk, ''",
        "DEEP_ARCHIVE, Expedited, InvalidArgument",
        "GLACIER, Slowly, InvalidArgument",
        "STANDARD, Standard, InvalidObjectState",
        "GLACIER_IR, Standard, InvalidObjectState",
    })
    void whatCanBeAskedFor(String storageClass, String tier, String refusal) {
        String code = "";
        try {
            archive.restore(object(storageClass), 1, tier);
        } catch (S3Error error) {
            code = error.code;
        }
        assertThat(code).isEqualTo(refusal);
    }
}
