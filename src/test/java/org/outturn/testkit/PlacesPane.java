package org.outturn.testkit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;

/** The panel on the left: outputs and folders. */
public final class PlacesPane {
    private final ProgramWindow window;

    PlacesPane(ProgramWindow window) {
        this.window = window;
    }

    private TreeView<?> tree() {
        return window.part(TreeView.class, ".places-tree");
    }

    /** The lines that are in sight, as a screen reader has them: name and count. */
    public List<String> lines() {
        return Fx.get(() -> cells().map(PlacesPane::text).toList());
    }

    public void click(String line) {
        Fx.until("a line " + line, () -> find(line).isPresent());
        window.click(Fx.get(() -> find(line).orElseThrow()));
    }

    /** Opens or closes what is below a line. */
    public void toggle(String line) {
        Fx.until("a line " + line, () -> find(line).isPresent());
        window.click(Fx.get(() -> find(line).orElseThrow().lookup(".tree-disclosure-node")));
    }

    private Stream<TreeCell<?>> cells() {
        return tree().lookupAll(".tree-cell").stream()
                .<TreeCell<?>>map(node -> (TreeCell<?>) node)
                .filter(cell -> cell.isVisible() && !cell.isEmpty())
                .sorted(Comparator.comparingDouble(Node::getLayoutY));
    }

    private Optional<TreeCell<?>> find(String line) {
        return cells().filter(cell -> text(cell).equals(line)).findFirst();
    }

    private static String text(TreeCell<?> cell) {
        String text = cell.getAccessibleText();
        return text == null ? String.valueOf(cell.getText()) : text;
    }
}
