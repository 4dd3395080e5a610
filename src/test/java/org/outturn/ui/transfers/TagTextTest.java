package org.outturn.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.storage.ObjectTags;

class TagTextTest {

    @Test
    void goesBothWays() {
        ObjectTags tags = ObjectTags.of(Map.of("client", "agar", "date", "2025-11-14", "x", ""));

        assertThat(TagText.of(tags)).isEqualTo("client=agar, date=2025-11-14, x=");
        assertThat(TagText.parse(TagText.of(tags))).contains(tags);
    }

    @Test
    void spacesAndEmptyPlacesDoNotMatter() {
        assertThat(TagText.parse("  a = b c ,, d ,"))
                .contains(ObjectTags.of(Map.of("a", "b c", "d", "")));
        assertThat(TagText.parse(" ")).contains(ObjectTags.NONE);
    }

    @Test
    void aValueMayHoldTheSign() {
        assertThat(TagText.parse("q=a=b")).contains(ObjectTags.of(Map.of("q", "a=b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=a", "a=1, a=2", "a, =b"})
    void whatIsNoTagIsNotTaken(String text) {
        assertThat(TagText.parse(text)).isEmpty();
    }

    @Test
    void whatIsFilledInLaterIsTakenOnlyWhereItIsFilledIn() {
        assertThat(TagText.parse("date={date}")).isEmpty();
        assertThat(TagText.parse("date={date}", List.of("{date}")))
                .contains(ObjectTags.of(Map.of("date", "{date}")));
    }

    @Test
    void limitsAreThoseOfS3() {
        assertThat(TagText.parse(many(10))).isPresent();
        assertThat(TagText.parse(many(11))).isEmpty();
        assertThat(TagText.parse("k".repeat(128) + "=" + "v".repeat(256))).isPresent();
        assertThat(TagText.parse("k".repeat(129) + "=v")).isEmpty();
        assertThat(TagText.parse("k=" + "v".repeat(257))).isEmpty();
    }

    private static String many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "k" + i + "=v")
                .collect(Collectors.joining(","));
    }
}
