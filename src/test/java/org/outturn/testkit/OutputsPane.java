package org.outturn.testkit;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import org.outturn.ui.outputs.OutputLine;

/** The table of outputs, as an operator sees it. */
public final class OutputsPane {
    private final ProgramWindow window;

    OutputsPane(ProgramWindow window) {
        this.window = window;
    }

    @SuppressWarnings("unchecked")
    private TableView<OutputLine> table() {
        return (TableView<OutputLine>) window.part(TableView.class, ".output-table");
    }

    /** What the name column says, of the lines in sight. */
    public List<String> lines() {
        return column("output-name");
    }

    /** What the status column says, of the lines in sight. */
    public List<String> statuses() {
        return column("output-status");
    }

    /** What a column says, of the lines in sight. */
    public List<String> column(String id) {
        return Fx.get(() -> cells(id).map(OutputsPane::text).toList());
    }

    private Stream<TableCell<?, ?>> cells(String column) {
        return table().lookupAll(".table-cell").stream()
                .<TableCell<?, ?>>map(node -> (TableCell<?, ?>) node)
                .filter(cell -> cell.isVisible() && !cell.isEmpty())
                .filter(cell -> column.equals(cell.getTableColumn().getId()))
                .filter(cell -> cell.getTableRow().isVisible() && !cell.getTableRow().isEmpty())
                .sorted(Comparator.comparingInt(cell -> cell.getTableRow().getIndex()));
    }

    private static String text(TableCell<?, ?> cell) {
        String spoken = cell.getAccessibleText();
        return spoken != null ? spoken : String.valueOf(cell.getText());
    }

    /** Selects the first line that fits and gives the keyboard to the table. */
    public void select(Predicate<OutputLine> wanted) {
        Fx.until("a line to select", () -> find(wanted) >= 0);
        Fx.run(() -> {
            table().requestFocus();
            table().getSelectionModel().clearAndSelect(find(wanted));
        });
    }

    private int find(Predicate<OutputLine> wanted) {
        List<OutputLine> lines = table().getItems();
        return IntStream.range(0, lines.size())
                .filter(i -> wanted.test(lines.get(i)))
                .findFirst()
                .orElse(-1);
    }

    /** The buttons of the states, with their counts. */
    public List<String> states() {
        Node bar = window.node("#outputs-states");
        return Fx.get(() ->
                bar.lookupAll(".state-filter").stream()
                        .filter(Node::isVisible)
                        .map(node -> ((Labeled) node).getText())
                        .toList());
    }

    public String status() {
        Labeled status = window.part(Labeled.class, "#outputs-status");
        return Fx.get(status::getText);
    }
}
