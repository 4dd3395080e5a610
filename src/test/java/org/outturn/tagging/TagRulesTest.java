package org.outturn.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.storage.ObjectTags;

class TagRulesTest {
    /** A letter of two positions in UTF-16 (old italic). */
    private static final String WIDE = "\uD800\uDF00";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client",
                "a b",
                "+-=._:/@",
                "größe",
                "日付",
                "v1.2",
                "٣",
                "½",
                WIDE,
                "x\u00A0y"
            })
    void theseMayBeKeysAndValues(String text) {
        assertThat(check(text, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'a,b', ','",
        "'{date}', '{ }'",
        "'a;b;c', ;",
        "'<b>&', '< > &'",
        "naïve_☃, ☃",
        "'50%', %",
        "'a\tb', U+0009",
        "'a\u200Bb', U+200B",
        "'e\u0301', U+0301",
        "'\uD800', U+D800"
    })
    void theseMayNot(String text, String shown) {
        assertThat(check(text, text))
                .containsExactly(
                        complaint(TagProblem.KEY_CHARACTER, TagComplaint.Part.KEY, shown),
                        complaint(TagProblem.VALUE_CHARACTER, TagComplaint.Part.VALUE, shown));
    }

    @Test
    void lengthsArePositionsOfUtf16() {
        assertThat(check("k".repeat(128), "v".repeat(256))).isEmpty();
        assertThat(check(WIDE.repeat(64), WIDE.repeat(128))).isEmpty();
        assertThat(check("k".repeat(129), "v".repeat(257)))
                .containsExactly(
                        complaint(TagProblem.KEY_LONG, TagComplaint.Part.KEY, "129"),
                        complaint(TagProblem.VALUE_LONG, TagComplaint.Part.VALUE, "257"));
        assertThat(check(WIDE.repeat(64) + "x", ""))
                .extracting(TagComplaint::subject)
                .containsExactly("129");
    }

    @Test
    void aKeyIsNeededAndAValueIsNot() {
        assertThat(check("k", "")).isEmpty();
        assertThat(check("", "v"))
                .containsExactly(complaint(TagProblem.KEY_EMPTY, TagComplaint.Part.KEY, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws:x", "AWS:cloudformation:stack", "aws:"})
    void whatBelongsToAwsIsRefused(String key) {
        assertThat(TagRules.checkKey(key))
                .containsExactly(complaint(TagProblem.KEY_RESERVED, TagComplaint.Part.KEY, key));
        assertThat(check("x", key)).isEmpty();
    }

    @Test
    void keysDifferByCaseAndAreThereOnce() {
        assertThat(TagRules.check(List.of(new Tag("a", "1"), new Tag("A", "1")))).isEmpty();
        assertThat(TagRules.check(List.of(new Tag("a", "1"), new Tag("b", ""), new Tag("a", "2"))))
                .containsExactly(
                        new TagComplaint(TagProblem.KEY_TWICE, TagComplaint.Part.KEY, 2, "a"));
        assertThat(TagRules.check(List.of(new Tag("", ""), new Tag("", ""))))
                .extracting(TagComplaint::problem)
                .containsExactly(TagProblem.KEY_EMPTY, TagProblem.KEY_EMPTY);
    }

    @Test
    void tenAreEnough() {
        List<Tag> tags = new ArrayList<>();
        IntStream.range(0, 10).forEach(i -> tags.add(new Tag("k" + i, "")));
        assertThat(TagRules.check(tags)).isEmpty();
        tags.add(new Tag("k", ""));
        assertThat(TagRules.check(tags))
                .containsExactly(
                        new TagComplaint(TagProblem.TOO_MANY, TagComplaint.Part.ALL, -1, "11"));
    }

    @Test
    void theScrapersGuideKeepsToThem() {
        var tags =
                ObjectTags.of(
                        Map.of("client", "agar", "type", "scrape-output", "date", "2025-11-14"));

        assertThat(TagRules.check(tags)).isEmpty();
    }

    private static List<TagComplaint> check(String key, String value) {
        return TagRules.check(List.of(new Tag(key, value)));
    }

    private static TagComplaint complaint(
            TagProblem problem, TagComplaint.Part part, String subject) {
        return new TagComplaint(problem, part, 0, subject);
    }
}
