package org.outturn.ui.browser;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.ListingRow;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.share.LinkLifetime;
import org.outturn.share.LinkService;
import org.outturn.share.ObjectNames;
import org.outturn.share.ShareLink;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.Notifier;
import org.outturn.ui.common.TaskRunner;

/** Copies links and addresses of the selection. Used on the JavaFX thread. */
public final class Links {
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Consumer<String> clipboard;
    private final Messages messages;
    private final Formats formats;
    private final Clock clock;
    private final Supplier<Layouts> layouts;

    /**
     * @param clipboard puts a text into the system's clipboard, on the JavaFX thread
     * @param layouts gives those that count at the moment
     */
    public Links(
            TaskRunner tasks,
            Notifier notifier,
            Consumer<String> clipboard,
            Messages messages,
            Formats formats,
            Clock clock,
            Supplier<Layouts> layouts) {
        this.tasks = tasks;
        this.notifier = notifier;
        this.clipboard = clipboard;
        this.messages = messages;
        this.formats = formats;
        this.clock = clock;
        this.layouts = layouts;
    }

    /**
     * Puts presigned links of the selected objects into the clipboard, one a line.
     *
     * @param lifetime how long they are to work; nothing for the time that suits each object
     */
    public void copyLinks(
            @Nullable ObjectStore store, List<ListingRow> rows, Optional<LinkLifetime> lifetime) {
        List<ObjectAddress> addresses =
                rows.stream().filter(row -> !row.isFolder()).map(ListingRow::address).toList();
        if (store == null || addresses.isEmpty()) {
            notifier.info(messages.text("browser.link.nothing"));
            return;
        }
        var links = new LinkService(store, layouts.get(), clock);
        tasks.run(
                "sign links",
                _ ->
                        lifetime.isEmpty()
                                ? links.links(addresses)
                                : addresses.stream()
                                        .map(a -> links.link(a, lifetime.get()))
                                        .toList(),
                this::hand,
                notifier::failure);
    }

    private void hand(List<ShareLink> links) {
        clipboard.accept(ObjectNames.urls(links));
        ShareLink first =
                links.stream().min(Comparator.comparing(ShareLink::effectiveEnd)).orElseThrow();
        String until = formats.until(first.effectiveEnd(), Instant.now(clock));
        String text =
                links.size() == 1
                        ? messages.text("browser.link.done.one", until)
                        : messages.text("browser.link.done.many", links.size(), until);
        boolean bound = first.boundBy() == ShareLink.BoundBy.CREDENTIALS;
        notifier.success(bound ? text + " " + bound(first) : text);
    }

    /** Says until when the link was meant to work. */
    private String bound(ShareLink link) {
        return messages.text(
                "browser.link.bound", formats.until(link.askedEnd(), Instant.now(clock)));
    }

    /**
     * Puts the {@code s3://} addresses of the selection, or of the place when nothing is selected,
     * into the clipboard.
     */
    void copyAddresses(Prefix place, List<ListingRow> rows) {
        List<String> lines =
                rows.isEmpty()
                        ? List.of(place.s3Uri())
                        : rows.stream()
                                .map(row -> "s3://" + row.bucket() + "/" + row.key())
                                .toList();
        clipboard.accept(String.join("\n", lines));
        notifier.success(messages.text("browser.address.done", lines.size()));
    }
}
