package org.outturn.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses of a scraper are taken, and which lines to it are private. */
class ScraperAddressTest {
    @ParameterizedTest
    @CsvSource({
        "scraper.example.com,            https://scraper.example.com",
        "https://scraper.example.com///, https://scraper.example.com",
        "http://localhost:3000/base/,    http://localhost:3000/base",
        "' https://[::1]:8443 ',         https://[::1]:8443",
    })
    void readsAnAddress(String typed, String meant) {
        assertThat(ScraperAddress.of(typed)).hasToString("Optional[" + meant + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://",
                "ftp://x",
                "https://user:secret@x",
                "https://x?token=1",
                "https://x#y",
                "http://a b",
                "file:///etc/passwd",
                "https://x:99999"
            })
    void refusesWhatIsNoAddress(String typed) {
        assertThat(ScraperAddress.of(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1,        true",
        "http://127.9.9.9:1,      true",
        "http://[::1]:80,         true",
        "http://LOCALHOST,        true",
        "https://example.com,     true",
        "http://example.com,      false",
        "http://localhost.example.com, false",
        "http://127.0.0.1.example.com, false",
        "http://10.0.0.1,         false",
    })
    void knowsWhereALineIsPrivate(String address, boolean isPrivate) {
        assertThat(ScraperAddress.of(address).orElseThrow().isPrivate()).isEqualTo(isPrivate);
    }
}
