package org.outturn.testkit;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;

/** The sheet above the window's content: a question or a plan. */
public final class Sheet {
    private final ProgramWindow window;

    Sheet(ProgramWindow window) {
        this.window = window;
    }

    public boolean isShown() {
        return window.isShown(".sheet-card");
    }

    /** Waits for it and returns its title. */
    public String title() {
        window.node("#sheet-title");
        return Fx.get(() -> window.part(Label.class, "#sheet-title").getText());
    }

    /** Waits for the one with a title, which may follow another. */
    public void titled(String title) {
        Fx.until(
                "a sheet \"" + title + "\"",
                () ->
                        window.isShown("#sheet-title")
                                && title.equals(
                                        window.part(Label.class, "#sheet-title").getText()));
    }

    /** The words below the title. */
    public String text() {
        window.node(".sheet-card");
        return Fx.get(() ->
                window.part(Node.class, ".sheet-card").lookupAll(".label").stream()
                        .map(node -> ((Labeled) node).getText())
                        .collect(Collectors.joining("\n")));
    }

    /** What the button that does it says. */
    public String action() {
        window.node("#sheet-action");
        return Fx.get(() -> window.part(Button.class, "#sheet-action").getText());
    }

    public void agree() {
        window.click("#sheet-action");
        gone();
    }

    public void cancel() {
        window.click("#sheet-cancel");
        gone();
    }

    public void gone() {
        Fx.until("the sheet is gone", () -> !isShown());
    }

    public void answer(String text) {
        type(text);
        agree();
    }

    public void type(String text) {
        window.node("#sheet-field");
        Fx.run(() -> window.part(TextField.class, "#sheet-field").setText(text));
    }

    /** What has been typed into the sheet that is shown, or was there from the start. */
    public String typed() {
        return Fx.get(() -> window.part(TextField.class, "#sheet-field").getText());
    }

    public String complaint() {
        return Fx.get(() -> window.part(Label.class, "#sheet-complaint").getText());
    }

    /** Lines of the plan, each with its cells. */
    public List<List<String>> plan() {
        return Fx.get(() -> {
            TableView<?> table = window.part(TableView.class, ".plan-sheet .table-view");
            return IntStream.range(0, table.getItems().size())
                    .mapToObj(row ->
                            table.getColumns().stream()
                                    .map(column -> String.valueOf(column.getCellData(row)))
                                    .toList())
                    .toList();
        });
    }

    /** Chooses what becomes of all names that are taken, by its words. */
    public void choose(String text) {
        choose("#plan-policy", text);
    }

    /** Chooses in one of the sheet's boxes, by the words. */
    public void choose(String box, String text) {
        ChoiceBox<?> found = window.part(ChoiceBox.class, box);
        choose(found, text);
    }

    /** Chooses what becomes of one file, by the words, in the menu that its line opens. */
    public void chooseFor(String file, String text) {
        Predicate<MenuButton> its = menu -> menu.getAccessibleText().startsWith(file + ":");
        Fx.pulse(window.scene());
        Fx.until(file + " has a menu", () -> menus().anyMatch(its));
        Fx.run(() -> {
            // in one go: a changed plan makes the lines anew
            MenuButton menu = menus().filter(its).findFirst().orElseThrow();
            menu.show();
            menu.getItems().stream()
                    .filter(item -> item.getText().equals(text))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            menu.hide();
        });
        Fx.pulse(window.scene());
    }

    /** Those of the lines that are seen. */
    private Stream<MenuButton> menus() {
        return window.part(Node.class, ".plan-sheet").lookupAll(".plan-choice").stream()
                .map(MenuButton.class::cast)
                .filter(Fx::isShown);
    }

    public boolean canAgree() {
        return Fx.get(() -> !window.part(Button.class, "#sheet-action").isDisabled());
    }

    public void unfoldOptions() {
        window.node("#plan-options");
        Fx.run(() -> window.part(TitledPane.class, "#plan-options").setExpanded(true));
        window.node("#plan-tags");
    }

    /** What the folded-up options say. */
    public String options() {
        return Fx.get(() -> window.part(TitledPane.class, "#plan-options").getText());
    }

    public void tags(String text) {
        Fx.run(() -> window.part(TextField.class, "#plan-tags").setText(text));
    }

    public String tags() {
        return Fx.get(() -> window.part(TextField.class, "#plan-tags").getText());
    }

    private static <T> void choose(ChoiceBox<T> box, String text) {
        Fx.run(() ->
                box.setValue(
                        box.getItems().stream()
                                .filter(item -> box.getConverter().toString(item).equals(text))
                                .findFirst()
                                .orElseThrow()));
    }
}
