package org.outturn.pipeline.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.outturn.catalog.OutputCollector;
import org.outturn.catalog.OutputRow;
import org.outturn.pipeline.OutputKind;
import org.outturn.pipeline.status.OutputState;
import org.outturn.pipeline.template.PathTemplate;
import org.outturn.pipeline.template.PlaceholderType;
import org.outturn.pipeline.template.TemplateException;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.Prefix;

/** docs/layouts.md says what is so. */
class LayoutDocumentTest {
    private static final String BATCH = "north/scans/20251114_011839_room-7/";
    private static String document;
    private static List<PipelineLayout> example;

    @BeforeAll
    static void read() throws IOException, LayoutException {
        document = Files.readString(Path.of("docs/layouts.md"));
        MatchResult json =
                Pattern.compile("(?s)```json\n(.*?)```")
                        .matcher(document)
                        .results()
                        .findFirst()
                        .orElseThrow();
        example = LayoutReader.read(json.group(1).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theExampleReadsTheKeyThatTheTextExplains() {
        Recognised page = Layouts.SHIPPED.with(example).recogniser().of(BATCH + "pages/001.tif");
        assertThat(page.place()).isEqualTo("north/scans/");
        assertThat(page.outputName()).isEqualTo("20251114_011839_room-7");
        assertThat(page.output().roles().get(page.role()).name()).isEqualTo("Picture");
        assertThat(page.by()).isEqualTo("001");
    }

    @Test
    void theExamplesBatchIsCompleteWhenTheTextSaysSo() {
        assertThat(batch("index.json", "pages/001.tif", "pages/001.txt").bucket().state())
                .isEqualTo(OutputState.COMPLETE);
        assertThat(batch("index.json", "pages/001.tif").bucket().state())
                .isEqualTo(OutputState.PARTIAL);
        OutputRow waiting = batch("pages/001.tif");
        assertThat(waiting.bucket().state()).isEqualTo(OutputState.WAITING);
        assertThat(waiting.produced().exact()).contains(Instant.parse("2025-11-14T00:18:39Z"));
    }

    @Test
    void theExampleTellsHowToUpload() {
        var defaults = Layouts.SHIPPED.with(example).uploadDefaults("inbox/").orElseThrow();
        assertThat(defaults.mostBytes()).hasValue(1 << 30);
        assertThat(defaults.encrypted()).isTrue();
        assertThat(defaults.tags()).containsOnlyKeys("type");
    }

    @Test
    void everyTypeIsNamed() throws TemplateException {
        for (PlaceholderType.Fixed type : PlaceholderType.FIXED) {
            assertThat(document).contains("`" + type.word() + "`");
        }
        for (String type :
                List.of("prefix", "rest", "text", "time", "digits", "hex", "word", "one-of(a|b)")) {
            assertThat(document.replace("\\|", "|")).contains("`" + type + "`");
            assertThat(PathTemplate.parse("{x:" + type + "}").placeholders()).hasSize(1);
        }
    }

    @Test
    void everyKindAndFieldIsNamed() {
        assertThat(Arrays.stream(OutputKind.values()).map(kind -> "`" + kind.id() + "`"))
                .allMatch(document::contains);
        for (String source :
                List.of(
                        "{\"x\":1}",
                        "{\"format\":1,\"layouts\":[{\"x\":1}]}",
                        "{\"format\":1,\"layouts\":[{\"id\":\"l\",\"upload\":{\"x\":1}}]}",
                        "{\"format\":1,\"layouts\":[{\"id\":\"l\",\"outputs\":[{\"x\":1}]}]}")) {
            for (String field : knownFields(source)) {
                assertThat(document).contains("`" + field + "`");
            }
        }
    }

    @Test
    void limitsAreAsTheTextHasThem() {
        assertThat(document)
                .contains(
                        "**format " + LayoutReader.FORMAT + "**",
                        "%,d bytes".formatted(LayoutReader.MOST_BYTES),
                        "no list longer than " + LayoutNode.MOST_ENTRIES,
                        "at most " + LayoutReader.MOST_KEY_FORMS + " forms",
                        "%,d characters".formatted(PathTemplate.MOST_CHARACTERS),
                        "at most " + OutputForm.MOST_ROLES);
    }

    @Test
    void whatTheTextRefusesIsRefused() {
        for (String template :
                List.of(
                        "{a:text}_{b:text}",
                        "{n:digits}0",
                        "{n:digits}{m:hex}",
                        "{t:time}{n:text}",
                        "{a:text}{n:digits}",
                        "x{p:prefix}",
                        "x{f:rest}",
                        "{f:rest}/x",
                        "{a}/{a}",
                        "{x:one-of(a/b)}")) {
            assertThat(isTemplate(template)).as(template).isFalse();
        }
        for (String template : List.of("{n:digits}_", "{a:text}_{n:digits(3)}", "{uuid}")) {
            assertThat(isTemplate(template)).as(template).isTrue();
        }
    }

    private static boolean isTemplate(String text) {
        try {
            PathTemplate.parse(text);
            return true;
        } catch (TemplateException e) {
            return false;
        }
    }

    /** The reader names them when it meets one that it does not know. */
    private static List<String> knownFields(String json) {
        try {
            LayoutReader.read(json.getBytes(StandardCharsets.UTF_8));
            throw new AssertionError(json);
        } catch (LayoutException e) {
            return List.of(e.problem().what().replaceFirst(".*known are ", "").split(", "));
        }
    }

    private static OutputRow batch(String... files) {
        var collector =
                new OutputCollector(Layouts.SHIPPED.with(example).recogniser(), Prefix.root("b"));
        var objects =
                Arrays.stream(files)
                        .map(file -> new ObjectEntry(BATCH + file, 1, Instant.EPOCH, "", ""))
                        .toList();
        collector.add(new ListingPage(objects, List.of(), true));
        return collector.table(Instant.EPOCH.plusSeconds(60)).rows().getFirst();
    }
}
