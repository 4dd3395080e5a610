package org.outturn.ui.connection;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import org.outturn.connection.Connection;
import org.outturn.connection.Identity;
import org.outturn.connection.Mark;
import org.outturn.ui.common.Messages;

/** What can be done with a connection of the list. */
final class ConnectionMenus {
    private final ConnectionViewModel model;
    private final ConnectionActions actions;
    private final ConnectionOffers offers;
    private final RowWords words;
    private final Messages messages;

    ConnectionMenus(
            ConnectionViewModel model,
            ConnectionActions actions,
            ConnectionOffers offers,
            RowWords words,
            Messages messages) {
        this.model = model;
        this.actions = actions;
        this.offers = offers;
        this.words = words;
        this.messages = messages;
    }

    ContextMenu menu(Connection connection) {
        var menu = new ContextMenu();
        add(menu, "menu-open", "connection.menu.open", () -> actions.open(connection));
        boolean sample = connection.identity().origin() == Identity.Origin.SAMPLE;
        if (!sample) {
            offers.newWindow()
                    .ifPresent(open ->
                            add(
                                    menu,
                                    "menu-window",
                                    "connection.menu.window",
                                    () -> open.accept(connection)));
            offers.signIn()
                    .apply(connection)
                    .ifPresent(begin -> add(menu, "menu-signIn", "connection.menu.signIn", begin));
            offers.test()
                    .ifPresent(test ->
                            add(
                                    menu,
                                    "menu-test",
                                    "connection.menu.test",
                                    () -> test.accept(connection)));
            menu.getItems().add(new SeparatorMenuItem());
            if (words.isSaved(connection)) {
                ofSaved(menu, connection);
            } else {
                add(menu, "menu-keep", "connection.menu.keep", () -> model.edit(copy(connection)));
            }
            menu.getItems().add(colours(connection));
            add(
                    menu,
                    "menu-export",
                    "connection.menu.export",
                    () -> actions.share(List.of(connection)));
        }
        if (words.isSaved(connection)) {
            menu.getItems().add(new SeparatorMenuItem());
            add(menu, "menu-remove", "connection.menu.remove", () -> actions.remove(connection));
        }
        return menu;
    }

    private void ofSaved(ContextMenu menu, Connection connection) {
        add(menu, "menu-edit", "connection.menu.edit", () -> edit(connection));
        add(
                menu,
                "menu-duplicate",
                "connection.menu.duplicate",
                () -> actions.duplicate(connection));
        List<Connection> saved = saved();
        int at = saved.indexOf(connection);
        add(menu, "menu-up", "connection.menu.up", () -> actions.move(connection, at - 1))
                .setDisable(at <= 0);
        add(menu, "menu-down", "connection.menu.down", () -> actions.move(connection, at + 1))
                .setDisable(at == saved.size() - 1);
    }

    void edit(Connection connection) {
        model.edit(Draft.of(connection));
    }

    /** Moves a saved connection by some places. */
    void move(Connection connection, int by) {
        int at = saved().indexOf(connection);
        int to = at + by;
        if (at >= 0 && to >= 0 && to < saved().size()) {
            actions.move(connection, to);
        }
    }

    List<Connection> saved() {
        return model.connections().stream().filter(words::isSaved).toList();
    }

    /** A draft of a new connection that is like one that is written down elsewhere. */
    private static Draft copy(Connection connection) {
        Draft like = Draft.of(connection);
        return new Draft(
                like.name(),
                like.mark(),
                true,
                like.place(),
                like.signIn(),
                java.util.Optional.empty());
    }

    private Menu colours(Connection connection) {
        var menu = new Menu(messages.text("connection.colour"));
        for (Mark mark : Mark.values()) {
            var item = new RadioMenuItem(words.mark(mark));
            var dot = new Region();
            dot.getStyleClass().addAll("colour-dot", RowWords.style(mark));
            item.setGraphic(dot);
            item.setSelected(connection.mark() == mark);
            item.setOnAction(_ -> actions.colour(connection, mark));
            menu.getItems().add(item);
        }
        return menu;
    }

    private MenuItem add(ContextMenu menu, String id, String key, Runnable action) {
        var item = new MenuItem(messages.text(key));
        item.setId(id);
        item.setOnAction(_ -> action.run());
        menu.getItems().add(item);
        return item;
    }
}
