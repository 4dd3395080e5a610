package org.outturn.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports, read again. */
class ReportFileTest {
    @TempDir private Path folder;

    private static ReportRow row(String name, String failure) {
        return new ReportRow(
                name,
                "upload",
                "/data/" + name,
                "",
                "s3://outputs/" + name,
                12,
                "failed",
                failure,
                "SlowDown",
                3,
                "2026-11-01T12:00:00Z",
                "2026-11-01T12:00:01Z");
    }

    @Test
    void csvComesBackAsItWas() throws IOException {
        List<ReportRow> rows =
                List.of(
                        row("a,b.txt", "The server is \"busy\"."),
                        row("two\nlines\r\n.txt", ""),
                        row("größe ✓.txt", "x"));
        Path file = folder.resolve("report.csv");

        ReportFile.write(rows, file);

        List<List<String>> read = parse(Files.readString(file));
        assertThat(read).hasSize(4);
        assertThat(read.getFirst()).isEqualTo(ReportRow.FIELDS);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(read.get(i + 1)).isEqualTo(rows.get(i).values());
        }
    }

    @Test
    void spreadsheetsComputeNothing() throws IOException {
        Path file = folder.resolve("report.csv");
        ReportFile.write(
                List.of(row("=1+1", ""), row("+1", ""), row("-1", ""), row("@x", "")), file);

        assertThat(parse(Files.readString(file)).stream().skip(1).map(List::getFirst))
                .containsExactly("'=1+1", "'+1", "'-1", "'@x");
    }

    @Test
    void jsonComesBackAsItWas() throws IOException {
        ReportRow row = row("=two\nlines \"x\".txt", "why");
        Path file = folder.resolve("Report.JSON");

        ReportFile.write(List.of(row), file);

        JsonNode read = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(read.size()).isEqualTo(1);
        assertThat(JsonMapper.shared().treeToValue(read.get(0), ReportRow.class)).isEqualTo(row);
        assertThat(read.get(0).propertyNames()).containsExactlyElementsOf(ReportRow.FIELDS);
    }

    @Test
    void whatCannotBeWrittenLeavesNothingBehind() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("report.csv/inside"));

        assertThatThrownBy(() -> ReportFile.write(List.of(), taken.getParent()))
                .isInstanceOf(IOException.class);

        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(taken.getParent());
        }
    }

    /** RFC 4180, as strictly as it is written there. */
    private static List<List<String>> parse(String csv) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                assertThat(cell).as("a quote inside a cell").isEmpty();
                quoted = true;
            } else if (c == ',' || c == '\r') {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\r') {
                    i++;
                    assertThat(csv.charAt(i)).isEqualTo('\n');
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        assertThat(line).as("the last line ends, too").isEmpty();
        return lines;
    }
}
