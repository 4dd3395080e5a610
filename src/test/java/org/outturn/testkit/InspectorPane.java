package org.outturn.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.text.Text;

/** The panel on the right. */
public final class InspectorPane {
    private final ProgramWindow window;

    InspectorPane(ProgramWindow window) {
        this.window = window;
    }

    public InspectorPane tab(String name) {
        Node header =
                Fx.get(() ->
                        window.part(Node.class, ".inspector").lookupAll(".tab").stream()
                                .filter(tab ->
                                        tab.lookup(".tab-label") instanceof Label label
                                                && label.getText().equals(name))
                                .findFirst()
                                .orElseThrow());
        window.click(header);
        return this;
    }

    public String name() {
        return Fx.get(() -> window.part(Label.class, ".inspector #name").getText());
    }

    public String summary() {
        return Fx.get(() -> window.part(Label.class, ".inspector #summary").getText());
    }

    /** The details by their labels, metadata and headers included. */
    public Map<String, String> details() {
        return facts("#details");
    }

    public Map<String, String> tags() {
        return facts("#tags");
    }

    private Map<String, String> facts(String page) {
        return Fx.get(() -> {
            var facts = new LinkedHashMap<String, String>();
            for (Node node : window.part(Node.class, page).lookupAll(".fact")) {
                var grid = (GridPane) node.getParent();
                int at = grid.getChildren().indexOf(node);
                facts.put(
                        ((Label) grid.getChildren().get(at - 1)).getText(),
                        ((Label) node).getText());
            }
            return facts;
        });
    }

    /** All words on the details page. */
    public String detailsText() {
        return words("#details");
    }

    /** All words on the page of an output. */
    public String outputText() {
        return words("#outputFacts");
    }

    public String tagsText() {
        return words("#tags");
    }

    /** All words of the preview, line by line, lists included as far as they go. */
    public String previewText() {
        return words("#preview");
    }

    /** The picture in the preview, in pixels of its own; empty when there is none. */
    public List<Integer> picture() {
        return Fx.get(() ->
                window.part(Node.class, "#preview").lookupAll("*").stream()
                        .filter(ImageView.class::isInstance)
                        .map(node -> ((ImageView) node).getImage())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(image -> List.of((int) image.getWidth(), (int) image.getHeight()))
                        .orElse(List.of()));
    }

    private String words(String page) {
        return Fx.get(() -> {
            var words = new ArrayList<String>();
            collect(window.part(Node.class, page), words);
            return String.join("\n", words);
        });
    }

    private static void collect(Node node, List<String> words) {
        switch (node) {
            case ListView<?> list -> list.getItems().forEach(item -> words.add(item.toString()));
            case TextArea area -> words.add(area.getText());
            case Label label -> words.add(label.getText());
            case Text text -> words.add(text.getText());
            case Parent parent ->
                    parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
            default -> {}
        }
    }
}
