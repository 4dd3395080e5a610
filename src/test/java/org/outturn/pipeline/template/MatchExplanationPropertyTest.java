package org.outturn.pipeline.template;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The matcher and what explains it are of one mind. */
class MatchExplanationPropertyTest {

    @Property(tries = 20_000)
    void explainsSuccessExactlyWhereItMatches(
            @ForAll("templates") String text, @ForAll("keys") String key) {
        PathTemplate template = parse(text);
        if (template == null) {
            return;
        }
        var segments = new KeySegments(key);
        int last = template.hasAnyPrefix() ? segments.count() - 1 : 0;
        for (int from = 0; from <= last; from++) {
            KeyMatch match = template.matchAt(segments, from);
            MatchExplanation explanation = MatchExplanation.of(template, segments, from);
            assertThat(explanation.fits()).as("%s of %s", text, key).isEqualTo(match != null);
            assertThat(explanation.misfits() == 0).isEqualTo(explanation.fits());
            checkPlaces(explanation);
            if (match != null) {
                checkValues(explanation, match);
            }
        }
        assertThat(MatchExplanation.nearest(template, segments).fits())
                .isEqualTo(template.match(key).isPresent());
    }

    private static void checkPlaces(MatchExplanation explanation) {
        int length = explanation.key().length();
        for (MatchExplanation.Part part : explanation.parts()) {
            assertThat(part.start()).isBetween(0, part.end());
            assertThat(part.end()).isLessThanOrEqualTo(length);
        }
        explanation
                .misfit()
                .ifPresent(misfit -> {
                    assertThat(misfit.start()).isBetween(0, misfit.end());
                    assertThat(misfit.end()).isLessThanOrEqualTo(length);
                    assertThat(explanation.key()).contains(explanation.segment().orElseThrow());
                });
    }

    private static void checkValues(MatchExplanation explanation, KeyMatch match) {
        for (MatchExplanation.Part part : explanation.parts()) {
            part.placeholder()
                    .ifPresent(placeholder ->
                            assertThat(match.value(placeholder.name()))
                                    .contains(
                                            explanation.key().substring(part.start(), part.end())));
        }
    }

    private static @org.jspecify.annotations.Nullable PathTemplate parse(String text) {
        try {
            return PathTemplate.parse(text);
        } catch (TemplateException e) {
            return null;
        }
    }

    @Provide
    Arbitrary<String> templates() {
        return Arbitraries.of(
                        "{a:text}",
                        "{b:epoch-s}",
                        "{c:stamp}",
                        "{d:hex}",
                        "{e:hex(2,4)}",
                        "{f:one-of(x|y|xy)}",
                        "{g:time}",
                        "{h:digits(3)}",
                        "{i:year}",
                        "{j:month}",
                        "{k:day}",
                        "{l:word}",
                        "-",
                        "_",
                        ".",
                        "x",
                        "/",
                        "/",
                        "/{z:rest}",
                        "2025")
                .list()
                .ofMinSize(1)
                .ofMaxSize(7)
                .map(parts -> String.join("", parts))
                .flatMap(text -> Arbitraries.of("", "{prefix}").map(prefix -> prefix + text));
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.of(
                        "1751160010",
                        "20251114_011839",
                        "2025",
                        "02",
                        "30",
                        "31",
                        "123",
                        "abc",
                        "x",
                        "y",
                        "xy",
                        "-",
                        "_",
                        ".",
                        "/",
                        "/",
                        "\u00e9")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }
}
