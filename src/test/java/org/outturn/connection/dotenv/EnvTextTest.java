package org.outturn.connection.dotenv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the dotenv readers and the shells make of a file, case by case. */
class EnvTextTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("HOME_DIR", "/home/op", "EMPTY_ONE", "");

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void reads(EnvCase wanted) {
        EnvText read = read(wanted.text());

        var values = new LinkedHashMap<String, String>();
        read.variables().forEach((name, variable) -> values.put(name, variable.value()));
        assertThat(values).isEqualTo(wanted.values());
        assertThat(
                        read.problems().stream()
                                .map(p -> (p.line() + " " + p.kind() + " " + p.name()).strip()))
                .containsExactlyElementsOf(wanted.problems());
    }

    /** Where a shell would come to the same, two of them are asked. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("agreeing")
    void shellsAgree(EnvCase wanted, @TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file.env"), wanted.text());

        for (String shell : List.of("sh", "bash")) {
            Map<String, String> said = shell(shell, file);
            assertThat(said).as(shell).containsAllEntriesOf(wanted.values());
        }
    }

    @Test
    void thereAreEnough() {
        assertThat(cases().toList()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(agreeing().toList()).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void nothingPrintsAValue() {
        EnvText read = read("SECRET=topsecret\nBAD \"topsecret");

        assertThat(read.toString() + read.variables()).doesNotContain("topsecret");
        assertThat(read.problems().toString()).doesNotContain("topsecret");
    }

    @Test
    void doublingEnds() {
        var text = new StringBuilder("A0=xxxxxxxxxxxxxxxx\n");
        for (int i = 1; i < 64; i++) {
            text.append("A%d=$A%d$A%d\n".formatted(i, i - 1, i - 1));
        }

        EnvText read = read(text.toString());

        assertThat(read.variables().values())
                .allMatch(v -> v.value().length() <= ExpansionBudget.LONGEST_VALUE);
        assertThat(read.problems()).extracting(EnvProblem::kind).contains(EnvProblem.Kind.TOO_LONG);
    }

    @Test
    void deepDefaultsEnd() {
        EnvText read = read("A=" + "${X:-".repeat(5000) + "end" + "}".repeat(5000));

        assertThat(read.problems())
                .extracting(EnvProblem::kind)
                .containsOnly(EnvProblem.Kind.BAD_EXPANSION);
    }

    @Test
    void manyOpenBracesTakeNoTime() {
        EnvText read = read("A=" + "${".repeat(30_000));

        assertThat(read.variables().get("A").value()).hasSize(60_000);
    }

    @Test
    void windowsTextIsRead() {
        var files = new EnvFiles(Map.of());
        byte[] text = "\uFEFFA=gr\u00fc\u00df\r\n".getBytes(StandardCharsets.UTF_16LE);

        assertThat(files.decode(text).value("A")).contains("gr\u00fc\u00df");
    }

    @Test
    void whatIsNoTextIsSaid() {
        EnvText read = new EnvFiles(Map.of()).decode(new byte[] {'A', '=', 0, 1});

        assertThat(read.variables()).isEmpty();
        assertThat(read.problems()).containsExactly(new EnvProblem(0, EnvProblem.Kind.NO_TEXT, ""));
    }

    @Test
    void ofAHugeFileOnlyTheBeginningIsRead() {
        byte[] text = ("A=1\n" + "#".repeat(EnvFiles.LARGEST)).getBytes(StandardCharsets.UTF_8);

        EnvText read = new EnvFiles(Map.of()).decode(text);

        assertThat(read.value("A")).contains("1");
        assertThat(read.problems())
                .extracting(EnvProblem::kind)
                .containsExactly(EnvProblem.Kind.TOO_LARGE);
    }

    static Stream<EnvCase> cases() {
        return EnvCases.all();
    }

    static Stream<EnvCase> agreeing() {
        return EnvCases.all().filter(EnvCase::likeShells);
    }

    private static EnvText read(String text) {
        return EnvText.read(text, name -> Optional.ofNullable(ENVIRONMENT.get(name)));
    }

    private static Map<String, String> shell(String shell, Path file)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(shell, "-c", "set -a; . ./file.env; env -0");
        builder.directory(file.getParent().toFile());
        String path = builder.environment().get("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(ENVIRONMENT);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        var values = new LinkedHashMap<String, String>();
        for (String entry : out.split("\0")) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                values.put(entry.substring(0, equals), entry.substring(equals + 1));
            }
        }
        return values;
    }
}
