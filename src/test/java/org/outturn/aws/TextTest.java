package org.outturn.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that go into headers and logs. */
class TextTest {
    private final MetadataText metadata = new MetadataText();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "",
                "=?no word",
                "grüße",
                "日本語のとても長いファイル名がここにあります、それはエンコードされた単語一つには長すぎます.pdf",
                "📄 x 👩‍🔬"
            })
    void metadataComesBackAsItWent(String text) {
        String header = metadata.encode(text);

        assertThat(header).matches("[ -~]*");
        assertThat(header.split(" ")).allMatch(word -> word.length() <= 75);
        assertThat(metadata.decode(header)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "=?UTF-8?Q?gr=C3=BC=C3=9Fe_du?=, grüße du",
        "=?utf-8?b?Z3LDvMOfZQ==?=, grüße",
        "=?UTF-8?Q?a?= =?UTF-8?Q?b?=, ab",
        "=?nonsense?Q?a?=, =?nonsense?Q?a?=",
        "=?UTF-8?B?***?=, =?UTF-8?B?***?=",
        "=?UTF-8?Q?=ZZ?=, =?UTF-8?Q?=ZZ?="
    })
    void encodedWordsAreRead(String header, String text) {
        assertThat(metadata.decode(header)).isEqualTo(text);
    }

    @Test
    void secretsAreTakenOut() {
        assertThat(Redaction.text("GET https://h/b/k?X-Amz-Signature=abc failed"))
                .isEqualTo("GET https://h/b/k?*** failed");
        assertThat(Redaction.text("X-Amz-Security-Token: abcdef end"))
                .isEqualTo("X-Amz-Security-Token=*** end");
        assertThat(Redaction.text("sign AWS4-HMAC-SHA256\n2026\nabc")).isEqualTo("sign ***");
        assertThat(Redaction.text("token " + "A".repeat(80))).isEqualTo("token ***");
        assertThat(Redaction.text("two\r\nlines")).isEqualTo("two lines");
        assertThat(Redaction.text("word ".repeat(200))).hasSize(Redaction.MAX_LENGTH);
        assertThat(Redaction.text(null)).isEmpty();
    }

    @Test
    void aFileNameIsGivenTwice() {
        assertThat(Presigning.attachment("a b.pdf"))
                .isEqualTo("attachment; filename=\"a b.pdf\"; filename*=UTF-8''a%20b.pdf");
        assertThat(Presigning.attachment("x\"\\\r\n%é📄"))
                .isEqualTo(
                        "attachment; filename=\"x_______\"; filename*=UTF-8''"
                                + "x%22%5C%0D%0A%25%C3%A9%F0%9F%93%84");
    }
}
