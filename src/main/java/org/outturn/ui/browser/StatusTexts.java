package org.outturn.ui.browser;

import java.util.ArrayList;
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
                                "browser.status.filtered",
                                formats.number(state.shown()),
                                formats.number(state.rows()))
                        : rows;
        return switch (state.completeness()) {
            case Completeness.Running() -> messages.text("browser.status.loading", known);
            case Completeness.Complete(var at) ->
                    messages.text("browser.status.complete", known, formats.clock(at));
            case Completeness.Partial(_, _) -> messages.text("browser.status.partial", known);
            case Completeness.Failed(Failure.AccessDenied why, _) ->
                    messages.text("browser.status.unlisted", known, why.permission());
            case Completeness.Failed(_, _) -> messages.text("browser.status.failed", known);
        };
    }

    private String rows(ListingState state) {
        var parts = new ArrayList<String>();
        if (state.folders() > 0) {
            parts.add(messages.text("browser.status.folders", state.folders()));
        }
        if (state.objects() > 0) {
            parts.add(messages.text("browser.status.files", state.objects()));
            parts.add(formats.size(state.bytes()));
        }
        return parts.isEmpty() ? messages.text("browser.status.nothing") : String.join(", ", parts);
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
        long bytes = rows.stream().filter(row -> !row.isFolder()).mapToLong(ListingRow::size).sum();
        return rows.stream().allMatch(ListingRow::isFolder)
                ? messages.text("browser.status.selected.folders", rows.size())
                : messages.text("browser.status.selected", rows.size(), formats.size(bytes));
    }
}
