package org.outturn.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.share.ShareLink.BoundBy;
import org.outturn.storage.AbsentStore;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.SignedUrl;

class LinkServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final ObjectAddress ZIP =
            new ObjectAddress("b", "monkeyocr/parsed/1751160010_a.zip");
    private static final ObjectAddress JSON = new ObjectAddress("b", "results.json");

    @ParameterizedTest
    @CsvSource({
        "monkeyocr/parsed/1751160010_a.zip, 86400",
        "monkeyocr/parsed/1751160010_a b/images/c.jpg, 86400",
        "parsed/by hand.zip, 86400",
        "parsed/0b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395/docling.json, 3600",
        "monkeyocr/ocr/text/1751160010_a.png.md, 3600",
        "agar/20251114_011839_0b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395/results.json, 3600",
        "exports/0b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395/20251114_011839_pdf, 3600",
        "anything, 3600",
    })
    void asksForWhatTheProducerWouldGive(String key, long seconds) {
        ShareLink link = service(Instant.MAX).link(new ObjectAddress("b", key));
        assertThat(link.effectiveEnd()).isEqualTo(NOW.plusSeconds(seconds));
        assertThat(link.boundBy()).isEqualTo(BoundBy.ASKED_TIME);
    }

    @Test
    void endsWithTheCredentialsWhenTheyEndBefore() {
        Instant end = NOW.plusSeconds(600);
        ShareLink link = service(end).link(ZIP);
        assertThat(link.effectiveEnd()).isEqualTo(end);
        assertThat(link.boundBy()).isEqualTo(BoundBy.CREDENTIALS);
    }

    @Test
    void credentialsThatEndAtTheSameMomentBindNothing() {
        ShareLink link = service(NOW.plusSeconds(3_600)).link(JSON);
        assertThat(link.boundBy()).isEqualTo(BoundBy.ASKED_TIME);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 86_400})
    void endedCredentialsGiveNoLink(long secondsAgo) {
        LinkService service = service(NOW.minusSeconds(secondsAgo));
        assertThatThrownBy(() -> service.link(ZIP))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure()).isInstanceOf(Failure.SignInExpired.class))
                .hasMessageNotContaining("Signature");
    }

    @Test
    void severalLinksAreOneALine() {
        List<ShareLink> links = service(Instant.MAX).links(List.of(JSON, ZIP));
        assertThat(links).extracting(ShareLink::address).containsExactly(JSON, ZIP);
        assertThat(ObjectNames.urls(links))
                .isEqualTo(links.get(0).url() + "\n" + links.get(1).url());
        assertThat(ObjectNames.s3Uris(List.of(JSON, ZIP)))
                .isEqualTo("s3://b/results.json\ns3://b/monkeyocr/parsed/1751160010_a.zip");
        assertThat(ObjectNames.s3Uris(List.of())).isEmpty();
    }

    @Test
    void aLinkNeverPrintsItsUrl() {
        ShareLink link = service(Instant.MAX).link(JSON);
        assertThat(link.url().toString()).contains("X-Amz-Signature");
        assertThat(link.toString())
                .contains("results.json", "ASKED_TIME")
                .doesNotContain("Signature", "https");
    }

    @Test
    void aLifetimeIsOneSecondToSevenDays() {
        assertThat(new LinkLifetime(Duration.ofSeconds(1)).value()).hasSeconds(1);
        assertThat(LinkLifetime.MAX.value()).hasSeconds(604_800);
        for (Duration wrong :
                List.of(
                        Duration.ZERO,
                        Duration.ofSeconds(-1),
                        Duration.ofSeconds(604_801),
                        Duration.ofMillis(1_500))) {
            assertThatThrownBy(() -> new LinkLifetime(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aChosenLifetimeCounts() {
        ShareLink link = service(Instant.MAX).link(JSON, LinkLifetime.MAX);
        assertThat(link.effectiveEnd()).isEqualTo(NOW.plus(Duration.ofDays(7)));
    }

    private static LinkService service(Instant credentialsExpire) {
        return new LinkService(
                new SigningStore(credentialsExpire),
                Layouts.SHIPPED,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Signs as a store does, with a signature that is none. */
    private static final class SigningStore extends AbsentStore {
        private final Instant credentialsExpire;

        SigningStore(Instant credentialsExpire) {
            this.credentialsExpire = credentialsExpire;
        }

        @Override
        public SignedUrl presignGet(ObjectAddress address, Duration lifetime, String fileName) {
            URI url =
                    URI.create(
                            "https://b.s3.amazonaws.com/"
                                    + address.key().hashCode()
                                    + "?X-Amz-Signature=secret");
            return new SignedUrl(address, url, NOW.plus(lifetime), credentialsExpire);
        }
    }
}
