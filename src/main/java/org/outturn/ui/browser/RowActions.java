package org.outturn.ui.browser;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.ListingRow;
import org.outturn.catalog.RowKind;
import org.outturn.share.LinkLifetime;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.ui.common.FileChoosers;
import org.outturn.ui.common.Messages;

/** What can be done to the selected rows. Nothing happens without a selection or a place. */
final class RowActions {
    private final BrowserViewModel model;
    private final Links links;
    private final Changes changes;
    private final Rearranging rearranging;
    private final BrowserActions actions;
    private final BiConsumer<ObjectStore, List<ListingRow>> restoring;
    private final FileChoosers choosers;
    private final Messages messages;

    RowActions(BrowserViewModel model, BrowserController.Collaborators with, Messages messages) {
        this.model = model;
        this.links = with.links();
        this.changes = with.changes();
        this.rearranging = with.rearranging();
        this.actions = with.actions();
        this.restoring = with.restoring();
        this.choosers = with.choosers();
        this.messages = messages;
    }

    void newFolder() {
        withPlace((store, place) -> changes.newFolder(store, place, model::revealFolder));
    }

    /** For the time that suits each object. */
    void copyLinks() {
        links.copyLinks(model.store(), selected(), Optional.empty());
    }

    void copyLinks(Duration lifetime) {
        links.copyLinks(model.store(), selected(), Optional.of(new LinkLifetime(lifetime)));
    }

    void copyAddress() {
        withPlace((_, place) -> links.copyAddresses(place, selected()));
    }

    void download() {
        List<ListingRow> rows = selected();
        if (!rows.isEmpty()) {
            withPlace((_, place) ->
                    choosers.folder(messages.text("browser.download.title"))
                            .ifPresent(folder -> actions.download(place, rows, folder)));
        }
    }

    void delete() {
        withRows((store, place) -> changes.delete(store, place, selected(), actions::delete));
    }

    void rename() {
        List<ListingRow> rows = selected();
        if (canBeRenamed(rows)) {
            withPlace((_, place) -> rename(place, rows.getFirst()));
        }
    }

    private void rename(Prefix place, ListingRow row) {
        rearranging.rename(
                place,
                row,
                (renamed, wanted) -> {
                    model.follow(row.key(), renamed);
                    actions.rearrange(wanted);
                });
    }

    /** One thing at a time, and not the object that stands for the place itself. */
    static boolean canBeRenamed(List<ListingRow> rows) {
        return rows.size() == 1 && rows.getFirst().kind() != RowKind.PLACEHOLDER;
    }

    void moveTo() {
        withRows((store, place) -> rearranging.move(store, place, selected(), actions::rearrange));
    }

    void copyTo() {
        withRows((store, place) -> rearranging.copy(store, place, selected(), actions::rearrange));
    }

    void tag() {
        List<ListingRow> rows = selected();
        actions.tag(
                rows.stream().filter(row -> !row.isFolder()).map(ListingRow::address).toList(),
                rows.stream().filter(ListingRow::isFolder).map(ListingRow::prefix).toList());
    }

    void restore() {
        withRows((store, _) -> restoring.accept(store, selected()));
    }

    private List<ListingRow> selected() {
        return model.selectionProperty().get();
    }

    private void withRows(BiConsumer<ObjectStore, Prefix> action) {
        if (!selected().isEmpty()) {
            withPlace(action);
        }
    }

    private void withPlace(BiConsumer<ObjectStore, Prefix> action) {
        @Nullable ObjectStore store = model.store();
        Prefix place = model.locationProperty().get();
        if (store != null && place != null) {
            action.accept(store, place);
        }
    }
}
