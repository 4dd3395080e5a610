package org.outturn.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The table of {@code docs/faults.md}: what becomes of each case. One row for each trouble that
 * happens once, and one for each that lasts.
 */
record FaultTable(List<List<String>> rows) {
    /** In a cell: this cannot go wrong with that. */
    private static final String NOTHING = "–";

    FaultTable {
        rows = List.copyOf(rows);
    }

    /** The first table of a document. */
    static FaultTable read(Path document) throws IOException {
        return new FaultTable(
                Files.readAllLines(document).stream()
                        .dropWhile(line -> !line.startsWith("|"))
                        .takeWhile(line -> line.startsWith("|"))
                        .map(FaultTable::cells)
                        .toList());
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
    }

    /** The table of what has come out. */
    static FaultTable of(List<Trouble> troubles, Map<MatrixCase, String> outcomes) {
        List<List<String>> rows = new ArrayList<>();
        List<String> titles = new ArrayList<>(List.of("what goes wrong", "how long"));
        List<String> lines = new ArrayList<>(List.of("---", "---"));
        for (Load load : Load.values()) {
            titles.add(load.title());
            lines.add("---");
        }
        rows.add(titles);
        rows.add(lines);
        for (Trouble trouble : troubles) {
            for (boolean lasting : List.of(false, true)) {
                List<String> row = new ArrayList<>(List.of(trouble.name(), when(lasting)));
                for (Load load : Load.values()) {
                    MatrixCase one = new MatrixCase(trouble, load, lasting);
                    row.add(outcomes.getOrDefault(one, NOTHING));
                }
                rows.add(row);
            }
        }
        return new FaultTable(rows);
    }

    static String when(boolean lasting) {
        return lasting ? "lasting" : "once";
    }

    /** What is promised of a case: one outcome, or several of which any may come. */
    List<String> promised(MatrixCase one) {
        int column = rows.getFirst().indexOf(one.load().title());
        return rows.stream()
                .filter(row -> row.get(0).equals(one.trouble().name()))
                .filter(row -> row.get(1).equals(when(one.lasting())))
                .flatMap(row -> Arrays.stream(row.get(column).split(" or ")))
                .toList();
    }

    /** The same table with nothing said of what comes out, but whether anything can. */
    FaultTable outline() {
        return new FaultTable(
                rows.stream()
                        .map(row ->
                                row.stream()
                                        .map(cell ->
                                                row.indexOf(cell) < 2 || cell.equals(NOTHING)
                                                        ? cell
                                                        : "…")
                                        .toList())
                        .toList());
    }

    String text() {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append("| ").append(String.join(" | ", row)).append(" |\n"));
        return text.toString();
    }
}
