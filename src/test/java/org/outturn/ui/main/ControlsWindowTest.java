package org.outturn.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import org.junit.jupiter.api.Test;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;

/** The views as a whole: all load, and all that can be worked has a name for a screen reader. */
class ControlsWindowTest extends WindowTest {
    private static final Path RESOURCES =
            Path.of("src", "main", "resources", "org", "outturn", "ui");
    private static final Pattern INCLUDE = Pattern.compile("<fx:include[^>]*source=\"([^\"]+)\"");

    @Override
    protected void fill() {
        put("some/text.txt", "text");
    }

    @Test
    void theWindowIsMadeOfEveryView() throws IOException {
        Path main = RESOURCES.resolve("main/MainView.fxml");
        var loaded = new TreeSet<Path>();
        loaded.add(main);
        INCLUDE.matcher(Files.readString(main))
                .results()
                .forEach(match -> loaded.add(main.getParent().resolve(match.group(1)).normalize()));

        try (Stream<Path> files = Files.walk(RESOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".fxml")))
                    .as("the views that the window loads when it is shown")
                    .containsExactlyInAnyOrderElementsOf(loaded);
        }
    }

    @Test
    void everyControlHasAName() {
        window.start().show();
        assertThat(nameless()).isEmpty();

        connect();
        go("some/").select("some/text.txt");
        window.inspector().tab("Details");
        Fx.until("details", () -> !window.inspector().details().isEmpty());
        Fx.run(() -> window.models().transfers().shownProperty().set(true));
        assertThat(nameless()).isEmpty();

        window.click("#newFolder");
        window.sheet().title();
        assertThat(nameless()).isEmpty();
        window.sheet().cancel();
        window.click("#delete");
        window.sheet().title();
        assertThat(nameless()).isEmpty();
        window.sheet().cancel();
    }

    private List<String> nameless() {
        return Fx.get(() -> {
            var found = new ArrayList<String>();
            collect(window.scene().getRoot(), found);
            return found;
        });
    }

    private static void collect(Node node, List<String> found) {
        if (isWorked(node) && name(node).isBlank()) {
            found.add(node + " in " + node.getParent());
        }
        if (node instanceof SplitPane split) {
            split.getItems().forEach(item -> collect(item, found));
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static boolean isWorked(Node node) {
        return node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ChoiceBox<?>
                || node instanceof ListView<?>
                || node instanceof TableView<?>
                || node instanceof TreeView<?>;
    }

    private static String name(Node node) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        if (node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY)
                instanceof Labeled label) {
            return label.getText();
        }
        return node instanceof Labeled labeled && labeled.getText() != null
                ? labeled.getText()
                : "";
    }
}
