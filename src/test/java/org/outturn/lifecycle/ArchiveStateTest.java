package org.outturn.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.storage.RestoreTier;

class ArchiveStateTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

    private static ArchiveState state(String storageClass, String status, String header) {
        return ArchiveState.of(storageClass, status, RestoreHeader.parse(header), NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "STANDARD", "STANDARD_IA", "GLACIER_IR", "INTELLIGENT_TIERING"})
    void whatIsInNoArchiveCanBeRead(String storageClass) {
        assertThat(state(storageClass, "", "")).isEqualTo(new ArchiveState.Available());
    }

    @ParameterizedTest
    @CsvSource({
        "GLACIER, '', FLEXIBLE, false",
        "DEEP_ARCHIVE, '', DEEP, false",
        "INTELLIGENT_TIERING, ARCHIVE_ACCESS, INTELLIGENT, true",
        "INTELLIGENT_TIERING, DEEP_ARCHIVE_ACCESS, INTELLIGENT_DEEP, true",
    })
    void archivesAreToldApart(
            String storageClass, String status, ArchiveKind kind, boolean forGood) {
        assertThat(state(storageClass, status, "")).isEqualTo(new ArchiveState.Archived(kind));
        assertThat(state(storageClass, status, "ongoing-request=\"true\""))
                .isEqualTo(new ArchiveState.Restoring(kind));
        assertThat(kind.comesBackForGood()).isEqualTo(forGood);
    }

    @Test
    void aRestoredCopyIsThereUntilItIsNot() {
        Instant later = Instant.parse("2026-11-24T00:00:00Z");
        String header = "ongoing-request=\"false\", expiry-date=\"Tue, 24 Nov 2026 00:00:00 GMT\"";

        assertThat(state("GLACIER", "", header))
                .isEqualTo(new ArchiveState.Restored(ArchiveKind.FLEXIBLE, later));
        assertThat(ArchiveState.of("GLACIER", "", RestoreHeader.parse(header), later))
                .isEqualTo(new ArchiveState.Archived(ArchiveKind.FLEXIBLE));
        assertThat(state("GLACIER", "", "ongoing-request=\"false\""))
                .isEqualTo(new ArchiveState.Restored(ArchiveKind.FLEXIBLE, Instant.MAX));
        assertThat(state("GLACIER", "", "nonsense"))
                .isEqualTo(new ArchiveState.Archived(ArchiveKind.FLEXIBLE));
    }

    @Test
    void speedsAreThoseOfTheUserGuide() {
        assertThat(ArchiveKind.FLEXIBLE.speeds())
                .containsExactly(
                        speed(RestoreTier.EXPEDITED, Duration.ofMinutes(1), Duration.ofMinutes(5)),
                        speed(RestoreTier.STANDARD, Duration.ofHours(3), Duration.ofHours(5)),
                        speed(RestoreTier.BULK, Duration.ofHours(5), Duration.ofHours(12)));
        assertThat(ArchiveKind.DEEP.speeds())
                .containsExactly(
                        speed(RestoreTier.STANDARD, Duration.ZERO, Duration.ofHours(12)),
                        speed(RestoreTier.BULK, Duration.ZERO, Duration.ofHours(48)));
        assertThat(ArchiveKind.INTELLIGENT.speeds()).isEqualTo(ArchiveKind.FLEXIBLE.speeds());
        assertThat(ArchiveKind.INTELLIGENT_DEEP.speeds()).isEqualTo(ArchiveKind.DEEP.speeds());
        assertThat(Optional.of(ArchiveKind.FLEXIBLE))
                .isEqualTo(ArchiveKind.of("GLACIER", "ignored"));
    }

    private static ArchiveKind.Speed speed(RestoreTier tier, Duration from, Duration to) {
        return new ArchiveKind.Speed(tier, from, to);
    }
}
