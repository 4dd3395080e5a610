package org.outturn.pipeline.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.json | a.json | {}",
                "{prefix}a/{f:rest} | a/ | {prefix=, f=}",
                "{prefix}a/{f:rest} | x/y/a/b/c | {prefix=x/y/, f=b/c}",
                "{prefix}a/{f:rest} | a/a/a | {prefix=, f=a/a}",
                "{t:epoch-s}_{d:text}.zip | 1751160010_a_b.zip.zip | {t=1751160010, d=a_b.zip}",
                "{s:text}_{x:hex(8)}.{e:one-of(a,ab)} | n_o_01234567.ab | {s=n_o, x=01234567, e=ab}",
                "{s:text}{n:digits(2)} | ab1234 | {s=ab12, n=34}",
                "{n:digits(1,3)}-{m:digits} | 12-3456 | {n=12, m=3456}",
                "{h:hex(2)}{k:hex(2)} | abcd | {h=ab, k=cd}",
                "{y:year}/{m:month}/{d:day} | 2024/02/29 | {y=2024, m=02, d=29}",
                "{t:time}_{f:text} | 20251114_011839_x | {t=20251114_011839, f=x}",
                "{t:time}_{f:text} | 1751160010_x | {t=1751160010, f=x}",
                "{w:word}.pdf | a_B-9.pdf | {w=a_B-9}",
                "{d:date}/{f:text} | 2025-11-14/x | {d=2025-11-14, f=x}",
            })
    void readsAndWrites(String template, String key, String values) throws TemplateException {
        PathTemplate parsed = PathTemplate.parse(template);
        Map<String, String> found = parsed.match(key).orElseThrow().values();

        assertThat(found).hasToString(values);
        assertThat(parsed.format(found)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a.json | x/a.json",
                "a.json | a.jsonx",
                "{f:text} | ``",
                "{f:text} | a/b",
                "x{f:text}y | xy",
                "a/{f:rest} | a",
                "{t:epoch-s}_{d:text} | 175116001_a",
                "{t:epoch-s}_{d:text} | 17511600100_a",
                "{n:digits(1,3)}-x | 1234-x",
                "{h:hex(8)} | 0123456A",
                "{h:hex(8)} | 012345678",
                "{y:year}/{m:month}/{d:day} | 2025/02/29",
                "{y:year}/{m:month}/{d:day} | 2025/13/01",
                "{t:time}_{f:text} | 1234567_x",
                "{e:one-of(a,b)} | c",
                "{u:uuid} | 0b9f2c4e-8a51-4d37-9c06-5e1a7d3f739",
            })
    void takesNothingElse(String template, String key) throws TemplateException {
        assertThat(PathTemplate.parse(template).match(key)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | EMPTY",
                "{a:text | UNCLOSED",
                "{a:what} | UNKNOWN_TYPE",
                "{a:hex(0)} | UNKNOWN_TYPE",
                "{a:hex(4,2)} | UNKNOWN_TYPE",
                "{a:hex(9999)} | UNKNOWN_TYPE",
                "{a:digits(x)} | UNKNOWN_TYPE",
                "{a:text(3)} | UNKNOWN_TYPE",
                "{a:one-of()} | UNKNOWN_TYPE",
                "{a:one-of(x,/)} | UNKNOWN_TYPE",
                "{:text} | BAD_NAME",
                "{a b:text} | BAD_NAME",
                "{a:text}-{a:uuid} | NAME_TWICE",
                "x/{prefix} | PREFIX_NOT_FIRST",
                "{a:rest}/x | REST_NOT_LAST",
                "x{a:rest} | REST_NOT_LAST",
                "{a:text}-{b:text} | TWO_TEXTS",
                "{a:hex}{b:digits} | NO_END_KNOWN",
                "{a:hex}beef | NO_END_KNOWN",
                "{a:text}_{b:digits} | NO_END_KNOWN",
                "{a:time}{b:text} | NO_END_KNOWN",
            })
    void refusesWhatCouldNotBeReadFromLeftToRight(
            String template, TemplateException.Complaint complaint) {
        TemplateException refused =
                catchThrowableOfType(TemplateException.class, () -> PathTemplate.parse(template));

        assertThat(refused.complaint()).isEqualTo(complaint);
    }

    @Test
    void aLongTemplateIsRefused() {
        assertThatThrownBy(() -> PathTemplate.parse("x".repeat(2_000)))
                .isInstanceOf(TemplateException.class);
    }

    @Test
    void aValueThatIsMissingIsSaid() throws TemplateException {
        PathTemplate template = PathTemplate.parse("{a:text}/x");

        assertThatThrownBy(() -> template.format(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a");
    }

    /** What makes expressions with back-tracking run for hours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{prefix}a/a/a/a/a/a/a/a/a/{r:rest}",
                "{prefix}{a:text}/{b:text}/{c:text}/{d:text}/x",
                "{a:text}a",
                "{a:hex}-{b:hex}-{c:hex}-{d:hex}-z",
                "{prefix}{x:one-of(a|aa|aaa|aaaa|aaaaa)}z/{r:rest}"
            })
    void hostileKeysTakeLinearTime(String template) throws TemplateException {
        PathTemplate parsed = PathTemplate.parse(template);
        for (String part : new String[] {"a", "a/", "/", "a-", "aa/a"}) {
            String key = part.repeat(500_000);
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> parsed.match(key));
        }
    }
}
