package org.outturn.pipeline.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutReaderTest {
    private static final String OUTPUT =
            """
            "id": "o", "kind": "jobs", "roles": {"a": "A", "b": "B"},
            "keys": [{"key": "{prefix}x/{time:epoch-s}_{name:text}.zip"},
                     {"key": "{prefix}x/{time:epoch-s}_{name:text}/{file:rest}",
                      "files": [{"file": "{part:text}.pdf", "role": "a"}]}],
            "output": ["time", "name"]\
            """;

    @Test
    void readsAll() throws LayoutException {
        PipelineLayout layout =
                LayoutReader.read(
                                bytes(
                                        """
                                        {"format": 1, "layouts": [{
                                          "id": "l", "name": "L\\u00e9", "producer": "monkey-ocr",
                                          "linkSeconds": 60, "tags": {"k": "v", "date": "{date}"},
                                          "lifecycle": [{"prefix": "t/", "days": 3}],
                                          "upload": {"at": ["in/{f:rest}"], "multipartBytes": 8388608},
                                          "outputs": [{%s, "by": "part", "pairSeconds": 5,
                                            "name": "name", "produced": "time",
                                            "waitsFor": ["a"], "waitMinutes": 2,
                                            "expects": [{"all": ["a"]}, {"when": ["a"], "all": ["b"]},
                                              {"any": ["a", "b"]}, {"each": "a", "all": ["b"]},
                                              {"set": ["a", "b"]}]}]}]}\
                                        """
                                                .formatted(OUTPUT)))
                        .getFirst();

        OutputForm form = layout.outputs().getFirst();
        assertThat(layout.name()).isEqualTo("L\u00e9");
        assertThat(layout.uploads().orElseThrow().defaults().tags()).containsOnlyKeys("k");
        assertThat(form.linkLifetime()).contains(Duration.ofSeconds(60));
        assertThat(form.patience()).contains(Duration.ofMinutes(2));
        assertThat(form.expects())
                .containsExactly(
                        new Expectation.All(0, 1),
                        new Expectation.All(1, 2),
                        new Expectation.Any(3),
                        new Expectation.Each(0, 2),
                        new Expectation.OneSet(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x: 1|layouts[0].outputs[0]|there is no field \"x\"",
                "exact: 1|layouts[0].outputs[0].exact|true or false",
                "name: 3|layouts[0].outputs[0].name|a text in quotes",
                "name: \"nobody\"|layouts[0].outputs[0].name|no template has a placeholder",
                "name: \"part\"|layouts[0].outputs[0].name|no template has a placeholder",
                "user: \"nobody\"|layouts[0].outputs[0].user|no template has a placeholder",
                "job: \"nobody\"|layouts[0].outputs[0].job|no template has a placeholder",
                "by: \"nobody\"|layouts[0].outputs[0].by|no template has a placeholder",
                "produced: \"nobody\"|layouts[0].outputs[0].produced|no template has a placeholder",
                "produced: \"name\"|layouts[0].outputs[0].produced|is no time",
                "zone: \"Mars\", \"produced\": \"time\"|layouts[0].outputs[0].zone|no time zone \"Mars\"",
                "zone: \"UTC\"|layouts[0].outputs[0].zone|together with \"produced\"",
                "waitMinutes: 3|layouts[0].outputs[0].waitMinutes|together with \"waitsFor\"",
                "waitsFor: [\"c\"]|layouts[0].outputs[0].waitsFor[0]|no role \"c\"",
                "waitsFor: \"a\"|layouts[0].outputs[0].waitsFor|a list of at most 200",
                "expects: [{\"all\": [\"c\"]}]|layouts[0].outputs[0].expects[0].all[0]|no role \"c\"",
                "expects: [{}]|layouts[0].outputs[0].expects[0]|at least one role",
                "expects: [{\"set\": [\"a\"]}]|layouts[0].outputs[0].expects[0]|need \"by\"",
                "expects: [{\"each\": \"a\", \"all\": [\"b\"]}]|layouts[0].outputs[0].expects[0]|need \"by\"",
                "expects: [{\"any\": [\"a\"], \"all\": [\"b\"]}]|layouts[0].outputs[0].expects[0]|no field \"all\"",
                "expects: [7]|layouts[0].outputs[0].expects[0]|an object in braces",
                "pairSeconds: 0, \"name\": \"name\", \"produced\": \"time\"|layouts[0].outputs[0].pairSeconds|from 1 to 3600",
                "pairSeconds: 5|layouts[0].outputs[0].pairSeconds|pairing needs",
                "linkSeconds: 604801|layouts[0].outputs[0].linkSeconds|from 1 to 604800",
                "linkSeconds: 1e400|layouts[0].outputs[0].linkSeconds|a whole number",
                "linkSeconds: 99999999999999999999999|layouts[0].outputs[0].linkSeconds|a whole number",
            })
    void complainsOfAnOutputsFields(String field, String where, String what) {
        String json = "\"" + field.replaceFirst(":", "\":");
        assertComplaint(layout("\"outputs\": [{" + OUTPUT + ", " + json + "}]"), where, what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"producer\": \"nobody\"|layouts[0].producer|no producer \"nobody\"",
                "\"tags\": {\"a\": 1}|layouts[0].tags.a|a text in quotes",
                "\"tags\": []|layouts[0].tags|an object of at most 200 fields",
                "\"tags\": {\"\": \"x\"}|layouts[0].tags|at most 10 tags",
                "\"lifecycle\": [{\"days\": 0}]|layouts[0].lifecycle[0].days|from 1 to 36500",
                "\"lifecycle\": [{}]|layouts[0].lifecycle[0].days|a whole number",
                "\"upload\": {\"at\": [\"{\"]}|layouts[0].upload.at[0]|a brace is not closed",
                "\"upload\": {}|layouts[0].upload|at least one place",
                "\"upload\": {\"at\": [\"x\"], \"multipartBytes\": 5}|layouts[0].upload.multipartBytes|from 8388608 to 5368709120",
                "\"outputs\": [{}]|layouts[0].outputs[0]|at least one form of key",
                "\"outputs\": [{\"keys\": [{\"key\": \"x\"}]}]|layouts[0].outputs[0]|the field \"id\" is missing",
                "\"outputs\": [{\"id\": \"o\", \"keys\": [{\"key\": \"x\"}]}]|layouts[0].outputs[0]|the field \"kind\" is missing",
                "\"outputs\": [{\"id\": \"o\", \"kind\": \"y\", \"keys\": [{\"key\": \"x\"}]}]|layouts[0].outputs[0].kind|no kind \"y\"; known are jobs",
                "\"outputs\": [{\"id\": \"o o\", \"kind\": \"jobs\", \"keys\": [{\"key\": \"x\"}]}]|layouts[0].outputs[0].id|letters, digits and hyphens",
                "\"outputs\": [{\"keys\": [{\"key\": \"{x:y}\"}]}]|layouts[0].outputs[0].keys[0].key|no placeholder type \"y\"",
                "\"outputs\": [{\"keys\": [{}]}]|layouts[0].outputs[0].keys[0].key|a text in quotes",
                "\"outputs\": [{\"keys\": [{\"key\": \"x\", \"role\": \"r\"}]}]|layouts[0].outputs[0].keys[0].role|no role \"r\"",
                "\"outputs\": [{\"keys\": [{\"key\": \"x\", \"files\": [{\"file\": \"y\", \"role\": \"r\"}]}]}]|layouts[0].outputs[0].keys[0].files[0].role|no role \"r\"",
                "\"outputs\": [{\"roles\": {\"r\": \"R\"}, \"keys\": [{\"key\": \"x\", \"files\": [{\"file\": \"y\", \"role\": \"r\"}]}]}]|layouts[0].outputs[0].keys[0]|ends in a rest",
                "\"outputs\": [{\"roles\": {\"r\": \"\"}, \"keys\": [{\"key\": \"x\"}]}]|layouts[0].outputs[0].roles.r|a name is one line",
                "\"outputs\": [{\"output\": [\"n\"], \"keys\": [{\"key\": \"x\"}]}]|layouts[0].outputs[0].output[0]|has no placeholder \"n\"",
                "\"outputs\": [{\"output\": [\"n\"], \"keys\": [{\"key\": \"x/{n:rest}\"}]}]|layouts[0].outputs[0].output[0]|a prefix or a rest",
                "\"outputs\": [{\"keys\": [{\"key\": \"{prefix}{f:text}\"}]}]|layouts[0].outputs[0].keys[0]|fits nearly every key",
            })
    void complainsOfALayoutsFields(String fields, String where, String what) {
        assertComplaint(layout(fields), where, what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|format|a whole number",
                "{\"format\": 2, \"layouts\": []}|format|this is format 2; read here is format 1",
                "{\"format\": \"1\", \"layouts\": []}|format|a whole number",
                "{\"format\": 1}||the field \"layouts\" is missing",
                "{\"format\": 1, \"layouts\": {}}|layouts|a list of at most 200",
                "{\"format\": 1, \"layouts\": [], \"x\": 1}||there is no field \"x\"",
                "{\"format\": 1, \"layouts\": [3]}|layouts[0]|an object in braces",
                "{\"format\": 1, \"layouts\": [{}]}|layouts[0]|the field \"id\" is missing",
                "[]||an object in braces",
                "7||an object in braces",
                "``||an object in braces",
                "{\"format\": 1, \"layouts\": [{\"id\": \"a\"}, {\"id\": \"a\"}]}|layouts[1]|there is a layout \"a\" already",
                "{\"format\": 1,x|line 1, column 14|this is not JSON",
                "{\"format\": 1, \"format\": 1}|line 1, column 25|a field is there twice",
                "{\"format\": 1, \"layouts\": []} x|line 1, column 30|this is not JSON",
                "{\"format\": 1, \"layouts\": []} {}|line 1, column 30|something follows the end",
            })
    void complainsOfTheFile(String json, String where, String what) {
        assertComplaint(json, where == null ? "" : where, what);
    }

    @Test
    void tellsTheLine() {
        assertComplaint("{\n  \"format\": 1,\n  oops\n}", "line 3, column 3", "this is not JSON");
    }

    @Test
    void outputsHaveIdsOfTheirOwn() {
        assertComplaint(
                layout("\"outputs\": [{" + OUTPUT + "}, {" + OUTPUT + "}]"),
                "layouts[0].outputs[1]",
                "there is an output \"o\" already");
    }

    @Test
    void pairingNeedsSeconds() {
        assertComplaint(
                layout(
                        """
                        "outputs": [{"id": "o", "kind": "jobs", "name": "n", "produced": "t",
                          "keys": [{"key": "x/{t:stamp}_{n:text}.zip"}], "output": ["t"],
                          "pairSeconds": 60}]\
                        """),
                "layouts[0].outputs[0].pairSeconds",
                "epoch-s");
        assertComplaint(
                layout(
                        """
                        "outputs": [{"id": "o", "kind": "jobs", "name": "n", "produced": "t",
                          "keys": [{"key": "x/{t:epoch-s}_{n:text}.zip"}, {"key": "y/{n:text}"}],
                          "output": ["n"], "pairSeconds": 60}]\
                        """),
                "layouts[0].outputs[0].pairSeconds",
                "has no placeholder \"t\"");
    }

    @Test
    void aRoleIsToldInOneWay() {
        assertComplaint(
                layout(
                        """
                        "outputs": [{"id": "o", "kind": "jobs", "roles": {"r": "R"},
                          "keys": [{"key": "x/{f:rest}", "role": "r",
                                    "files": [{"file": "y", "role": "r"}]}]}]\
                        """),
                "layouts[0].outputs[0].keys[0]",
                "not by both");
    }

    @Test
    void aLooseFormMayFitEverything() throws LayoutException {
        String json =
                layout(
                        """
                        "outputs": [{"id": "o", "kind": "jobs", "exact": false,
                          "keys": [{"key": "{file:rest}"}]}]\
                        """);
        assertThat(LayoutReader.read(bytes(json))).hasSize(1);
    }

    @Test
    void largeFilesAreRefused() {
        assertComplaint(" ".repeat(LayoutReader.MOST_BYTES + 1), "", "larger than 262144 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 20, 21, 100, 100_000})
    void deepNestingIsRefused(int depth) {
        assertRefused("[".repeat(depth) + "]".repeat(depth));
        assertRefused("{\"format\":1,\"layouts\":" + "[".repeat(depth) + "]".repeat(depth) + "}");
        assertRefused("[".repeat(depth));
    }

    @Test
    void tenThousandEntriesAreRefused() {
        String ids =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "{\"id\":\"" + i + "\"}")
                        .collect(Collectors.joining(","));
        assertComplaint("{\"format\":1,\"layouts\":[" + ids + "]}", "layouts", "at most 200");
        String keys = "{\"key\":\"x\"},".repeat(10_000);
        assertComplaint(
                layout("\"outputs\":[{\"keys\":[" + keys + "{}]}]"),
                "layouts[0].outputs[0].keys",
                "at most 200");
        String roles =
                IntStream.range(0, 61)
                        .mapToObj(i -> "\"r" + i + "\":\"R\"")
                        .collect(Collectors.joining(","));
        assertComplaint(
                layout("\"outputs\":[{\"roles\":{" + roles + "}}]"),
                "layouts[0].outputs[0].roles",
                "at most 60 roles");
    }

    @Test
    void moreFormsThanCanBeTriedAreRefused() {
        String keys = ("{\"key\":\"x\"},".repeat(200) + "{}").replace(",{}", "");
        String outputs =
                IntStream.range(0, 3)
                        .mapToObj(i ->
                                "{\"id\":\"o" + i + "\",\"kind\":\"jobs\",\"keys\":[" + keys + "]}")
                        .collect(Collectors.joining(","));
        assertComplaint(
                layout("\"outputs\":[" + outputs + "]"), "layouts[0]", "at most 500 forms of key");
    }

    @Test
    void longWordsAreCutInComplaints() {
        String word = "x".repeat(150) + "\\n";
        LayoutProblem problem = problem("{\"format\":1,\"" + word + "\":1,\"layouts\":[]}");
        assertThat(problem.what()).hasSizeLessThan(150).doesNotContain("\n");
    }

    @Test
    void longTextsNamesAndNumbersAreRefused() {
        assertRefused("{\"format\":" + "1".repeat(10_000) + "}");
        assertRefused("{\"" + "x".repeat(10_000) + "\":1}");
        assertRefused("{\"format\":\"" + "x".repeat(10_000) + "\"}");
    }

    @Test
    void aHostileTemplateIsReadInTime() throws LayoutException {
        String part = "{prefix}" + "a/".repeat(400) + "{t:text}b";
        String json =
                layout(
                        "\"outputs\":[{\"id\":\"o\",\"kind\":\"jobs\",\"keys\":["
                                + ("{\"key\":\"" + part + "\"},").repeat(199)
                                + "{\"key\":\""
                                + part
                                + "\"}]}]");
        List<PipelineLayout> layouts = LayoutReader.read(bytes(json));
        Recogniser recogniser = Layouts.SHIPPED.with(layouts).recogniser();
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    for (int i = 0; i < 100; i++) {
                        recogniser.of("a/".repeat(511) + "a");
                    }
                });
    }

    private static String layout(String fields) {
        return "{\"format\": 1, \"layouts\": [{\"id\": \"l\", " + fields + "}]}";
    }

    private static void assertComplaint(String json, String where, String what) {
        LayoutProblem problem = problem(json);
        assertThat(problem.where()).isEqualTo(where);
        assertThat(problem.what()).contains(what);
    }

    private static void assertRefused(String json) {
        assertThat(problem(json).what()).isNotEmpty();
    }

    private static LayoutProblem problem(String json) {
        var problem = new LayoutProblem[1];
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () ->
                        assertThatExceptionOfType(LayoutException.class)
                                .isThrownBy(() -> LayoutReader.read(bytes(json)))
                                .satisfies(e -> problem[0] = e.problem()));
        return problem[0];
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
