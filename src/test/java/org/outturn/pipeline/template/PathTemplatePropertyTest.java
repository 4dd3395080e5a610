package org.outturn.pipeline.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Templates of any making, and keys made for them. */
class PathTemplatePropertyTest {

    /** A part of a template with a value that fits it. */
    record Part(String template, String value) {}

    @Property(tries = 3_000)
    void whatATemplateWritesItReads(@ForAll("segments") List<List<Part>> segments)
            throws TemplateException {
        var text = new StringBuilder();
        var values = new LinkedHashMap<String, String>();
        for (List<Part> segment : segments) {
            text.append(text.isEmpty() ? "" : "/");
            for (Part part : segment) {
                String name = "p" + values.size();
                if (part.template.startsWith("{")) {
                    values.put(name, part.value);
                }
                text.append(part.template.replace("NAME", name));
            }
        }
        PathTemplate template = PathTemplate.parse(text.toString());

        String key = template.format(values);

        Map<String, String> found = template.match(key).orElseThrow().values();
        assertThat(found).isEqualTo(values);
        assertThat(template.format(found)).isEqualTo(key);
    }

    @Property(tries = 3_000)
    void noTemplateFailsInAnotherWay(@ForAll("templates") String text, @ForAll String key) {
        try {
            PathTemplate template = PathTemplate.parse(text);
            template.match(key)
                    .ifPresent(match -> assertThat(template.format(match.values())).isEqualTo(key));
        } catch (TemplateException e) {
            assertThat(e.complaint()).isNotNull();
        }
    }

    @Provide
    Arbitrary<String> templates() {
        Arbitrary<String> pieces =
                Arbitraries.of(
                        "{",
                        "}",
                        ":",
                        "/",
                        "{prefix}",
                        "{a:text}",
                        "{b:rest}",
                        "{c:uuid}",
                        "{d:hex}",
                        "{e:hex(2,4)}",
                        "{f:one-of(x|y)}",
                        "{g:time}",
                        "{h:epoch-s}",
                        "-",
                        "_",
                        "x",
                        "0",
                        "(",
                        ")",
                        "{i:year}",
                        "{j:month}",
                        "{k:day}");
        return Arbitraries.frequencyOf(
                        Tuple.of(9, pieces), Tuple.of(1, Arbitraries.strings().ofMaxLength(3)))
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }

    /** In each segment at most one text, and separators that nothing swallows. */
    @Provide
    Arbitrary<List<List<Part>>> segments() {
        Arbitrary<Part> fixed =
                Arbitraries.oneOf(
                        Arbitraries.of("-", "_x_", ".", "~é").map(word -> new Part(word, word)),
                        hex(6).map(value -> new Part("{NAME:hex(6)}-", value)),
                        Arbitraries.integers()
                                .between(1, 9_999)
                                .map(n -> new Part("{NAME:digits(1,4)}_", "" + n)),
                        Arbitraries.longs()
                                .between(1_000_000_000L, 9_999_999_999L)
                                .map(n -> new Part("{NAME:epoch-s}", "" + n)),
                        Arbitraries.of("mp4", "webm", "web")
                                .map(word -> new Part("{NAME:one-of(web|webm|mp4)}.", word)));
        return fixed.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .flatMap(segments ->
                        text().list()
                                .ofSize(segments.size())
                                .map(texts -> withTexts(segments, texts)));
    }

    private static List<List<Part>> withTexts(List<List<Part>> segments, List<String> texts) {
        return java.util.stream.IntStream.range(0, segments.size())
                .mapToObj(i -> {
                    var parts = new java.util.ArrayList<>(segments.get(i));
                    parts.add(new Part("{NAME:text}", texts.get(i)));
                    return List.copyOf(parts);
                })
                .toList();
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings().excludeChars('/').ofMinLength(1).ofMaxLength(12);
    }

    private static Arbitrary<String> hex(int length) {
        return Arbitraries.strings().withChars("0123456789abcdef").ofLength(length);
    }
}
