package org.outturn.ui.browser;

import java.util.List;
import org.outturn.catalog.Completeness;
import org.outturn.catalog.ListingRow;
import org.outturn.failure.Failure;
import org.outturn.ui.common.FailureText;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/** The words of the status line and of an empty table. */
final class StatusTexts {
    private final Messages messages;
    private final Formats formats;

    StatusTexts(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** How much is there, and whether that is everything. */
    String status(ListingState state, boolean filtered) {
        String rows = rows(state);
        String known =
                filtered
                        ? messages.text(
                                "browser.status.filtered", formats.number(state.shown()), rows)
                        : rows;
        return switch (state.completeness()) {
            case Completeness.Running() -> messages.text("browser.status.loading", known);
            case Completeness.Complete(var at) ->
                    messages.text("browser.status.complete", known, formats.clock(at));
            case Completeness.Partial(_, _) -> messages.text("browser.status.partial", known);
            case Completeness.Failed(_, _) -> messages.text("browser.status.failed", known);
        };
    }

    private String rows(ListingState state) {
        if (state.folders() == 0) {
            return files(state);
        }
        String folders = messages.text("browser.status.folders", state.folders());
        return state.objects() == 0
                ? folders
                : messages.text("browser.status.both", folders, files(state));
    }

    private String files(ListingState state) {
        return messages.text("browser.status.files", state.objects(), formats.size(state.bytes()));
    }

    /** What an empty table says. */
    String empty(ListingState state, String filter) {
        return switch (state.completeness()) {
            case Completeness.Running() -> messages.text("browser.loading");
            case Completeness.Failed(Failure why, _) -> {
                FailureText text = FailureText.of(why, messages);
                yield text.headline() + "\n" + text.why() + "\n" + text.next();
            }
            default ->
                    filter.isBlank() || state.rows() == 0
                            ? messages.text("browser.empty")
                            : messages.text("browser.noMatch", filter);
        };
    }

    /** How much is selected; empty when nothing is. */
    String selection(List<ListingRow> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        if (rows.stream().allMatch(ListingRow::isFolder)) {
            // how much is in a folder is not known here
            return messages.text("browser.status.selected", rows.size());
        }
        long bytes = rows.stream().filter(row -> !row.isFolder()).mapToLong(ListingRow::size).sum();
        return messages.text("browser.status.selectedBytes", rows.size(), formats.size(bytes));
    }
}
