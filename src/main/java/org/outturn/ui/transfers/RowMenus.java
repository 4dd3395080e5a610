package org.outturn.ui.transfers;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;
import org.outturn.transfer.TransferSnapshot;
import org.outturn.ui.common.Dialogs;
import org.outturn.ui.common.Messages;

/** What a line's menu offers: only what does something now. */
record RowMenus(TransfersViewModel model, Messages messages, Dialogs dialogs) {

    ContextMenu of(PanelRow row) {
        var menu = new ContextMenu();
        for (RowCommand command : RowCommand.values()) {
            if (command.helps(row.counts())) {
                var item = new MenuItem(messages.text(command.messageKey()));
                item.setGraphic(new FontIcon(RowIcon.of(command)));
                item.setOnAction(_ -> model.commands().act(command, row));
                menu.getItems().add(item);
            }
        }
        switch (row) {
            case PanelRow.Folder folder -> {
                separate(menu);
                String key = folder.unfolded() ? "transfers.fold" : "transfers.unfold";
                var item = new MenuItem(messages.text(key));
                item.setOnAction(_ -> model.watch().fold(folder, !folder.unfolded()));
                menu.getItems().add(item);
            }
            case PanelRow.File(TransferSnapshot transfer, _) ->
                    transfer.failure()
                            .ifPresent(why -> {
                                separate(menu);
                                var item = new MenuItem(messages.text("transfers.why"));
                                item.setOnAction(_ -> dialogs.showFailure(why));
                                menu.getItems().add(item);
                            });
        }
        return menu;
    }

    private static void separate(ContextMenu menu) {
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
    }
}
