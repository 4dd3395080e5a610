package org.outturn.testkit;

import atlantafx.base.controls.Message;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import org.outturn.connection.Connection;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleServer;

/** The start page. */
public final class StartPage {
    private final ProgramWindow window;

    StartPage(ProgramWindow window) {
        this.window = window;
    }

    /** Shows it with its list, also from the workspace. */
    public StartPage show() {
        Fx.run(() -> window.navigation().showStart());
        window.node("#newConnection");
        return this;
    }

    /** Shows the editor of a new connection, unless an editor is up. */
    public StartPage editor() {
        if (!window.isShown("#connect")) {
            window.click("#newConnection");
            window.node("#connect");
        }
        return this;
    }

    /**
     * Fills the editor with what is not to be saved; the secret field has the keyboard afterwards.
     */
    public StartPage fill(String endpoint, String region, String accessKey, String secretKey) {
        editor();
        keep(false);
        set("#endpoint", endpoint);
        set("#region", region);
        set("#accessKey", accessKey);
        set("#sessionToken", "");
        set("#bucket", "");
        set("#secretKey", secretKey);
        Fx.run(() -> window.part(TextField.class, "#secretKey").requestFocus());
        return this;
    }

    public StartPage fill(URI endpoint, String region, SampleKey key) {
        fill(endpoint.toString(), region, key.accessKey(), key.secretKey());
        String token = key.sessionToken();
        return set("#sessionToken", token == null ? "" : token);
    }

    public StartPage fill(SampleServer server) {
        return fill(
                server.endpoint().toString(),
                server.region(),
                server.accessKey(),
                server.secretKey());
    }

    public StartPage set(String field, String text) {
        Fx.run(() -> window.part(TextField.class, field).setText(text));
        return this;
    }

    /** Whether what is typed is to be saved. */
    public StartPage keep(boolean wanted) {
        Fx.run(() -> window.part(CheckBox.class, "#keep").setSelected(wanted));
        return this;
    }

    public String field(String field) {
        return Fx.get(() -> window.part(TextField.class, field).getText());
    }

    public void connect() {
        window.click("#connect");
    }

    /** Opens a server by the form and waits for the workspace. */
    public void open(SampleServer server) {
        show().fill(server).connect();
        window.node(".object-table");
    }

    /** The failure that is shown, headline and advice; empty when there is none. */
    public String failure() {
        return Fx.get(() -> {
            Message failure = window.part(Message.class, "#failure");
            return failure.isVisible() ? failure.getTitle() + "\n" + failure.getDescription() : "";
        });
    }

    /** What is wrong with the form; empty when nothing is. */
    public String complaint() {
        return Fx.get(() -> {
            Label complaint = window.part(Label.class, "#complaint");
            return complaint.isVisible() ? complaint.getText() : "";
        });
    }

    /** What a row says of its connection, as it is read aloud. */
    public String row(String name) {
        Fx.until("the row " + name, () -> profileCell(name).isPresent());
        return Fx.get(() -> profileCell(name).orElseThrow().getAccessibleText());
    }

    /** Chooses something in the menu of a row. */
    public void choose(String name, String item) {
        Fx.until("the row " + name, () -> profileCell(name).isPresent());
        Fx.pulse(window.scene());
        window.click(Fx.get(() -> profileCell(name).orElseThrow().lookup(".connection-more")));
        Fx.until("the menu has " + item, () -> menuItem(item).isPresent());
        Fx.run(() -> {
            MenuItem found = menuItem(item).orElseThrow();
            found.getParentPopup().hide();
            found.fire();
        });
    }

    private static Optional<MenuItem> menuItem(String id) {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst();
    }

    /** What was not understood; empty when there is nothing. */
    public String troubles() {
        return Fx.get(() -> {
            Node troubles = window.part(Node.class, "#troubles");
            return troubles.isVisible()
                    ? troubles.lookupAll(".label").stream()
                            .map(label -> ((Label) label).getText())
                            .collect(java.util.stream.Collectors.joining("\n"))
                    : "";
        });
    }

    /** The names of the connections in the list. */
    public List<String> profiles() {
        return Fx.get(() -> connections().map(Connection::name).toList());
    }

    public void clickProfile(String name) {
        Fx.until("the profile " + name, () -> profileCell(name).isPresent());
        // a layout that is due may give its cell to another row
        Fx.pulse(window.scene());
        window.click(Fx.get(() -> profileCell(name).orElseThrow()));
    }

    private Stream<Connection> connections() {
        return ((ListView<?>) window.part(ListView.class, "#profiles"))
                .getItems().stream().map(Connection.class::cast);
    }

    private Optional<Node> profileCell(String name) {
        return window.part(Node.class, "#profiles").lookupAll(".list-cell").stream()
                // the list keeps cells in reserve that still have a row
                .filter(Node::isVisible)
                .filter(cell ->
                        cell instanceof ListCell<?> c
                                && c.getItem() instanceof Connection known
                                && known.name().equals(name))
                .findFirst();
    }
}
