package org.outturn.ui.connection;

import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.outturn.connection.Connection;
import org.outturn.connection.Mark;
import org.outturn.ui.common.Messages;

/** A row of the list: colour, name, how it signs in, where it leads, how long that lasts. */
final class ConnectionCell extends ListCell<Connection> {
    private final RowWords words;
    private final ConnectionOffers offers;
    private final ConnectionMenus menus;

    private final Label heading = new Label();
    private final Region colour = new Region();
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label about = new Label();
    private final Label left = new Label();
    private final Label production;
    private final Button more = new Button();
    private final VBox content;
    private Subscription timeLeft = Subscription.EMPTY;

    ConnectionCell(
            RowWords words, ConnectionOffers offers, ConnectionMenus menus, Messages messages) {
        this.words = words;
        this.offers = offers;
        this.menus = menus;
        getStyleClass().add("connection-cell");
        heading.getStyleClass().add("connection-heading");
        heading.managedProperty().bind(heading.visibleProperty());
        colour.getStyleClass().add("connection-colour");
        name.getStyleClass().add("connection-name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        about.getStyleClass().addAll("text-muted", "text-small");
        about.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        left.getStyleClass().add("connection-left");
        left.setMinWidth(Region.USE_PREF_SIZE);
        left.managedProperty().bind(left.visibleProperty());
        // no colour says it alone
        production = new Label(messages.text("connection.production"));
        production.getStyleClass().add("connection-production");
        production.setMinWidth(Region.USE_PREF_SIZE);
        production.managedProperty().bind(production.visibleProperty());
        more.setGraphic(new FontIcon(MaterialDesignD.DOTS_HORIZONTAL));
        more.getStyleClass().addAll("flat", "button-icon", "connection-more");
        more.setAccessibleText(messages.text("connection.more"));
        // Tab leads out of the list; the menu key opens the same menu
        more.setFocusTraversable(false);
        more.setOnAction(_ -> showMenu());
        var texts = new VBox(2, name, about);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var row = new HBox(12, colour, icon, texts, production, left, more);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("connection-row");
        content = new VBox(heading, row);
        // as wide as the list, however long the texts are
        content.setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    public void updateIndex(int index) {
        super.updateIndex(index);
        showHeading();
    }

    @Override
    protected void updateItem(@Nullable Connection item, boolean empty) {
        super.updateItem(item, empty);
        timeLeft.unsubscribe();
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String kind = words.kind(item);
        String place = words.place(item);
        name.setText(item.name());
        about.setText(place.isEmpty() ? kind : place + "  ·  " + kind);
        colour.getStyleClass().setAll("connection-colour", RowWords.style(item.mark()));
        production.setVisible(item.mark() == Mark.RED);
        icon.setIconCode(RowWords.icon(item));
        setGraphic(content);
        String spoken =
                String.join(
                        ", ",
                        item.name(),
                        item.mark() == Mark.NONE ? kind : words.mark(item.mark()) + ", " + kind,
                        place);
        // known a little later, and less every minute
        timeLeft =
                offers.timeLeft()
                        .apply(item)
                        .subscribe(time -> {
                            left.setVisible(time != null);
                            left.setText(time == null ? "" : time);
                            setAccessibleText(time == null ? spoken : spoken + ", " + time);
                        });
        showHeading();
    }

    /** The first of each kind says of which kind they are. */
    private void showHeading() {
        Connection item = getItem();
        if (isEmpty() || item == null || getListView() == null) {
            return;
        }
        var items = getListView().getItems();
        int index = getIndex();
        boolean first =
                index == 0
                        || index <= items.size()
                                && index > 0
                                && !words.group(items.get(index - 1)).equals(words.group(item));
        heading.setText(words.group(item));
        heading.setVisible(first);
    }

    private void showMenu() {
        Connection item = getItem();
        if (item != null) {
            ContextMenu menu = menus.menu(item);
            menu.show(more, Side.BOTTOM, 0, 0);
        }
    }
}
