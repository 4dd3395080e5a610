package org.outturn.ui.transfers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a report: JSON where the file's name ends so, else CSV (RFC 4180, UTF-8). The file is
 * there whole or not at all. Blocking.
 */
final class ReportFile {
    private static final ObjectWriter JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writer();

    private ReportFile() {}

    /**
     * @throws IOException when it cannot be written; what was there before is then as it was
     */
    static void write(List<ReportRow> rows, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path temporary = Files.createTempFile(target.getParent(), ".report", ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(temporary)) {
                if (target.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
                    JSON.writeValue(out, rows);
                } else {
                    csv(rows, out);
                }
            } catch (JacksonException e) {
                throw new IOException("the report could not be written", e);
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void csv(List<ReportRow> rows, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        line(ReportRow.FIELDS, writer);
        for (ReportRow row : rows) {
            line(row.values(), writer);
        }
        writer.flush();
    }

    private static void line(List<String> cells, Writer writer) throws IOException {
        writer.write(cells.stream().map(ReportFile::cell).collect(Collectors.joining(",")));
        writer.write("\r\n");
    }

    private static String cell(String value) {
        String safe = harmless(value);
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    /** A spreadsheet would compute a cell that begins so; an apostrophe makes it a text. */
    private static String harmless(String value) {
        return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
