package org.outturn.ui.browser;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.outturn.ui.common.Messages;

/** The menu of a row. */
final class RowMenu {
    private final ContextMenu menu = new ContextMenu();
    private final Messages messages;

    RowMenu(Messages messages) {
        this.messages = messages;
    }

    /**
     * @param impossible while this holds, the item is there and can not be chosen
     */
    RowMenu with(String key, Runnable action, ObservableBooleanValue impossible) {
        var item = new MenuItem(messages.text(key));
        item.disableProperty().bind(impossible);
        item.setOnAction(_ -> action.run());
        menu.getItems().add(item);
        return this;
    }

    RowMenu separator() {
        menu.getItems().add(new SeparatorMenuItem());
        return this;
    }

    ContextMenu menu() {
        return menu;
    }
}
