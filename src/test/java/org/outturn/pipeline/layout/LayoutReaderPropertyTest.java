package org.outturn.pipeline.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.outturn.catalog.OutputCollector;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.Prefix;

/** Files of any making are read, or refused with a reason; nothing else happens. */
class LayoutReaderPropertyTest {
    private static final String SHIPPED = shipped();

    @Property(tries = 2_000)
    void bytesOfAnyKind(@ForAll @Size(max = 200) byte[] content) {
        readOrRefused(content);
    }

    @Property(tries = 3_000)
    void theShippedFileWithAPieceChanged(
            @ForAll @IntRange(max = 13_000) int at,
            @ForAll @IntRange(max = 60) int length,
            @ForAll("pieces") String piece) {
        int start = Math.min(at, SHIPPED.length());
        int end = Math.min(start + length, SHIPPED.length());
        String changed = SHIPPED.substring(0, start) + piece + SHIPPED.substring(end);
        readOrRefused(changed.getBytes(StandardCharsets.UTF_8));
    }

    /** What is read works: keys of all kinds are collected by it, and none makes it fail. */
    @Property(tries = 1_500)
    void whatIsReadCollects(
            @ForAll("templates") List<String> keys,
            @ForAll("names") String name,
            @ForAll("names") String produced,
            @ForAll("names") String group,
            @ForAll @IntRange(max = 2) int pair) {
        String json =
                "{\"format\":1,\"layouts\":[{\"id\":\"l\",\"outputs\":[{\"id\":\"o\",\"kind\":\"jobs\","
                        + "\"keys\":["
                        + String.join(
                                ",", keys.stream().map(k -> "{\"key\":\"" + k + "\"}").toList())
                        + "],\"output\":[\""
                        + group
                        + "\"],\"name\":\""
                        + name
                        + "\",\"produced\":\""
                        + produced
                        + "\""
                        + (pair > 0 ? ",\"pairSeconds\":" + pair : "")
                        + "}]}]}";
        List<PipelineLayout> layouts = readOrRefused(json.getBytes(StandardCharsets.UTF_8));
        var collector =
                new OutputCollector(Layouts.SHIPPED.with(layouts).recogniser(), Prefix.root("b"));
        var objects =
                List.of(
                                "a/1751160010_x.zip",
                                "a/1751160010_x/y",
                                "a/9999999999_x y/",
                                "a/20251114_011839_x.zip",
                                "a/x",
                                "x")
                        .stream()
                        .sorted()
                        .map(key -> new ObjectEntry(key, 1, Instant.EPOCH, "", ""))
                        .toList();
        collector.add(new ListingPage(objects, List.of(), true));
        assertThat(collector.table(Instant.EPOCH).rows())
                .allSatisfy(row -> assertThat(row.name()).isNotEmpty());
    }

    @Provide
    Arbitrary<List<String>> templates() {
        return Arbitraries.of(
                        "a/{t:epoch-s}_{n:text}.zip",
                        "a/{t:epoch-s}_{n:text}/{f:rest}",
                        "{prefix}a/{t:stamp}_{n:text}.zip",
                        "a/{t:time}_{n:text}.zip",
                        "a/{n:text}",
                        "a/{t:word}_{n:text}.zip")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("t", "n", "f", "prefix", "z");
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "null",
                        "{}",
                        "[]",
                        "\"\"",
                        "-1",
                        "1e999",
                        "{",
                        "}",
                        "\"",
                        ",",
                        "\\u0000",
                        "{a:rest}",
                        "{prefix}",
                        "NaN",
                        "/*",
                        "\uFEFF",
                        "true"),
                Arbitraries.strings().ofMaxLength(4));
    }

    private static List<PipelineLayout> readOrRefused(byte[] content) {
        long start = System.nanoTime();
        List<PipelineLayout> read = List.of();
        try {
            read = LayoutReader.read(content);
            for (PipelineLayout layout : read) {
                assertThat(layout.id()).isNotEmpty();
                assertThat(layout.outputs())
                        .allSatisfy(output -> assertThat(output.keys()).isNotEmpty());
            }
        } catch (LayoutException e) {
            assertThat(e.problem().what()).isNotBlank().hasSizeLessThan(1_000);
        }
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        return read;
    }

    private static String shipped() {
        try (InputStream in = Layouts.class.getResourceAsStream("producers.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
