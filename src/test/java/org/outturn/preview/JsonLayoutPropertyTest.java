package org.outturn.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

class JsonLayoutPropertyTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Provide
    Arbitrary<Object> json() {
        return Arbitraries.lazyOf(
                () -> Arbitraries.strings().ofMaxLength(12).map(Object.class::cast),
                () -> Arbitraries.integers().map(Object.class::cast),
                () -> Arbitraries.bigDecimals().map(Object.class::cast),
                () -> Arbitraries.of(true, false).map(Object.class::cast),
                () -> Arbitraries.<Object>just(List.of()),
                () -> json().list().ofMaxSize(4).map(Object.class::cast),
                () ->
                        Arbitraries.maps(Arbitraries.strings().ofMaxLength(8), json())
                                .ofMaxSize(4)
                                .map(Object.class::cast));
    }

    @Property(tries = 500)
    void whatWasLaidOutMeansTheSame(@ForAll("json") Object value) {
        String source = MAPPER.writeValueAsString(value);
        JsonLayout.Result result = JsonLayout.of(source, false);
        assertThat(MAPPER.readTree(result.text())).isEqualTo(MAPPER.readTree(source));
        assertThat(result.truncated()).isFalse();
    }

    @Property(tries = 500)
    void itMayBeCutAnywhere(@ForAll("json") Object value, @ForAll double where) {
        String source = MAPPER.writeValueAsString(Map.of("value", value));
        String whole = JsonLayout.of(source, false).text();
        int cut = (int) (Math.abs(where % 1) * source.length());
        JsonLayout.Result result = JsonLayout.of(source.substring(0, cut), true);
        assertThat(result.truncated()).isTrue();
        assertThat(whole).startsWith(result.text());
    }

    @Property
    void anyTextIsLaidOutOrRefused(@ForAll String text, @ForAll boolean cut) {
        try {
            assertThat(JsonLayout.of(text, cut).text().length()).isLessThan(90 * text.length() + 9);
        } catch (JacksonException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    @Example
    void deepNestingNeitherFailsNorGrowsBeyondBounds() {
        int deep = 100_000;
        JsonLayout.Result open = JsonLayout.of("[".repeat(deep), true);
        assertThat(open.text().length())
                .isBetween(JsonLayout.MAX_LENGTH, JsonLayout.MAX_LENGTH + 100);
        String whole = "[".repeat(5000) + "]".repeat(5000);
        JsonLayout.Result result = JsonLayout.of(whole, false);
        assertThat(result.truncated()).isFalse();
        assertThat(result.text().replaceAll("\\s", "")).isEqualTo(whole);
        assertThatThrownBy(() -> JsonLayout.of("[".repeat(5000) + "}", false))
                .isInstanceOf(JacksonException.class);
    }

    @Example
    void numbersStayAsTheyWereWritten() {
        String numbers = "[1.50, 1e400, 123456789012345678901234567890, -0]";
        assertThat(JsonLayout.of(numbers, false).text())
                .isEqualTo("[\n  1.50,\n  1e400,\n  123456789012345678901234567890,\n  -0\n]");
    }

    @Example
    void whatCannotBeSeenStaysEscaped() {
        assertThat(JsonLayout.of("\"\\u00e9 \\u202e \\u0007 \\ud800\"", false).text())
                .isEqualTo("\"é \\u202e \\u0007 \\ud800\"");
    }

    @Example
    void halfTokenIsLeftOut() {
        assertThat(JsonLayout.of("[12, 34", true).text()).isEqualTo("[\n  12");
        assertThat(JsonLayout.of("[tru", true).text()).isEqualTo("[");
        assertThat(JsonLayout.of("{\"name", true).text()).isEqualTo("{");
    }
}
