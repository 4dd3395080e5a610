package org.outturn.pipeline.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.outturn.pipeline.OutputKind;
import org.outturn.pipeline.template.KeyForms;

class RecogniserPropertyTest {
    private static final Recogniser RECOGNISER = Layouts.SHIPPED.recogniser();
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss");

    @Property
    void noKeyFailsAndThePlaceIsPartOfTheKey(@ForAll("keys") String key) {
        Recognised found = RECOGNISER.of(key);
        if (found != null) {
            String place = found.place();
            assertThat(key).startsWith(place);
            assertThat(key.length()).isGreaterThan(place.length());
            assertThat(place.isEmpty() || place.endsWith("/")).isTrue();
            assertThat(found.match().template().format(found.match().values())).isEqualTo(key);
            assertThat(found.role()).isBetween(-1, found.output().roles().size() - 1);
            assertThat(RECOGNISER.of(key).identity()).isEqualTo(found.identity());
            found.folder().ifPresent(folder -> assertThat(key).startsWith(folder));
        }
    }

    @Property
    void jobsAreFoundBelowAnyPrefix(
            @ForAll("plainPrefixes") String prefix,
            @ForAll("jobFolders") String folder,
            @ForAll String rest) {
        Recognised found = RECOGNISER.of(prefix + folder + "/" + rest);
        assertThat(found.output().kind()).isEqualTo(OutputKind.JOBS);
        assertThat(found.place()).isEqualTo(prefix);
        assertThat(found.folder()).contains(prefix + folder + "/");
    }

    @Property
    void oneCharacterMoreOrLessIsNoJob(
            @ForAll("jobFolders") String folder, @ForAll @IntRange(min = 0, max = 51) int at) {
        String shorter = folder.substring(0, at) + folder.substring(at + 1);
        String longer = folder.substring(0, at) + "0" + folder.substring(at);
        String wrong = folder.substring(0, at) + "~" + folder.substring(at + 1);
        for (String near : new String[] {shorter, longer, wrong}) {
            assertThat(RECOGNISER.of("agar/" + near + "/a.json")).as(near).isNull();
        }
    }

    @Property
    void theZipAndTheFolderOfOneSecondAreOneOutput(
            @ForAll @IntRange(min = 1_000_000_000) int epoch, @ForAll("names") String document) {
        String zip = "p/parsed/" + epoch + "_" + document.replace(' ', '_') + ".zip";
        String folder = "p/parsed/" + epoch + "_" + document + "/images/a.jpg";
        assertThat(RECOGNISER.of(zip).identity()).isEqualTo(RECOGNISER.of(folder).identity());
    }

    @Property
    void aPrefixBeforeAStrictFormMovesThePlaceAndNothingElse(
            @ForAll("plainPrefixes") String prefix, @ForAll("names") String name) {
        String key = "ocr/text/1751160010_" + name + ".md";
        Recognised plain = RECOGNISER.of(key);
        Recognised moved = RECOGNISER.of(prefix + key);
        assertThat(moved.output()).isEqualTo(plain.output());
        assertThat(moved.place()).isEqualTo(prefix + plain.place());
    }

    @Property
    void uuidsAreToldFromOtherTexts(@ForAll String text, @ForAll long high, @ForAll long low) {
        assertThat(KeyForms.isUuid(new UUID(high, low).toString())).isTrue();
        Assume.that(text.length() != 36);
        assertThat(KeyForms.isUuid(text)).isFalse();
    }

    @Provide
    Arbitrary<String> keys() {
        Arbitrary<String> pieces =
                Arbitraries.of(
                        "parsed",
                        "ocr",
                        "text",
                        "uploads",
                        "processed",
                        "raw",
                        "results",
                        "audio",
                        "exports",
                        "temp",
                        "videos",
                        "documents",
                        "2025",
                        "11",
                        "14",
                        "1751160010_",
                        "20251114_011839_",
                        "0b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395",
                        ".zip",
                        ".md",
                        ".pdf",
                        ".json",
                        "_musicxml",
                        "9f8e7d6c_",
                        "output.mid",
                        "2025-11-14");
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(5);
        Arbitrary<String> slashes = Arbitraries.of("/", "/", "//");
        return Arbitraries.frequencyOf(Tuple.of(5, pieces), Tuple.of(4, slashes), Tuple.of(1, any))
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> plainPrefixes() {
        return Arbitraries.strings()
                .withCharRange('a', 'k')
                .withChars(" +%é-")
                .ofMaxLength(9)
                .list()
                .ofMaxSize(3)
                .map(levels -> levels.isEmpty() ? "" : String.join("/", levels) + "/");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("é漢😀".toCharArray())
                .excludeChars('/')
                .ofMinLength(1)
                .ofMaxLength(30);
    }

    @Provide
    Arbitrary<String> jobFolders() {
        Arbitrary<LocalDateTime> times =
                Arbitraries.longs()
                        .between(0, 4_000_000_000L)
                        .map(s -> LocalDateTime.of(2000, 1, 1, 0, 0).plusSeconds(s));
        Arbitrary<UUID> ids =
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
        return Combinators.combine(times, ids).as((t, id) -> STAMP.format(t) + "_" + id);
    }
}
