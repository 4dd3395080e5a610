package org.outturn.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;

/** The sheet that changes tags. */
public final class TagsSheet {
    private final ProgramWindow window;

    public TagsSheet(ProgramWindow window) {
        this.window = window;
    }

    /** Waits until there is something to type into. */
    public TagsSheet ready() {
        window.node(".tag-row");
        Fx.pulse(window.scene());
        return this;
    }

    /** What the lines hold, from the top. */
    public List<Map.Entry<String, String>> rows() {
        return Fx.get(() -> {
            var rows = new ArrayList<Map.Entry<String, String>>();
            for (Node row : all()) {
                rows.add(Map.entry(field(row, ".tag-key"), field(row, ".tag-value")));
            }
            return rows;
        });
    }

    private List<Node> all() {
        return List.copyOf(window.part(Node.class, ".tag-rows").lookupAll(".tag-row"));
    }

    private static String field(Node row, String selector) {
        return ((TextField) row.lookup(selector)).getText();
    }

    public TagsSheet type(int row, String key, String value) {
        Fx.run(() -> {
            ((TextField) all().get(row).lookup(".tag-key")).setText(key);
            ((TextField) all().get(row).lookup(".tag-value")).setText(value);
        });
        return this;
    }

    public TagsSheet add(String key, String value) {
        window.click("#tags-add");
        return type(rows().size() - 1, key, value);
    }

    public TagsSheet remove(int row) {
        Fx.run(() -> ((Button) all().get(row).lookup(".tag-remove")).fire());
        return this;
    }

    /** Fills a template in, by its name. */
    public TagsSheet fillIn(String template) {
        Fx.run(() ->
                window.part(MenuButton.class, "#tags-template").getItems().stream()
                        .filter(item -> item.getText().equals(template))
                        .findFirst()
                        .orElseThrow()
                        .fire());
        return this;
    }

    /** What is said to be wrong with a line. */
    public String complaint(int row) {
        return Fx.get(() -> ((Label) all().get(row).lookup(".complaint")).getText());
    }

    public String count() {
        return Fx.get(() -> window.part(Label.class, "#tags-count").getText());
    }

    public String scope() {
        return Fx.get(() -> window.part(Label.class, "#tags-scope").getText());
    }

    public TagsSheet removal(String keys) {
        Fx.run(() -> window.part(TextField.class, "#tags-remove").setText(keys));
        return this;
    }

    public String removalComplaint() {
        return Fx.get(() -> window.part(Label.class, "#tags-remove-complaint").getText());
    }
}
