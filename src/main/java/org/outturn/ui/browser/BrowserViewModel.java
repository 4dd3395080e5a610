package org.outturn.ui.browser;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.CatalogService;
import org.outturn.catalog.Completeness;
import org.outturn.catalog.Listing;
import org.outturn.catalog.ListingRow;
import org.outturn.catalog.ListingTable;
import org.outturn.catalog.RowOrder;
import org.outturn.catalog.RowQuery;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.ui.common.TaskRunner;

/**
 * The place that is open, its rows in the order asked for, and what is selected. The listing runs
 * by itself; what it has found reaches the screen when {@link #pump()} is called, one re-ordering
 * at a time. Used on the JavaFX thread.
 */
public final class BrowserViewModel {
    /** So many rows come with one page (S3 API reference, ListObjectsV2). */
    private static final int ONE_REQUEST = 1_000;

    private final TaskRunner tasks;
    private final Clock clock;

    private final ReadOnlyObjectWrapper<@Nullable Prefix> location = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ListingState> state =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<RowQuery> query =
            new ReadOnlyObjectWrapper<>(new RowQuery(RowOrder.BY_NAME, ""));
    private final ReadOnlyObjectWrapper<List<ListingRow>> selection =
            new ReadOnlyObjectWrapper<>(List.of());
    private final StringProperty filter = new SimpleStringProperty("");
    private final RowList rows = new RowList();

    private @Nullable ObjectStore store;
    private @Nullable Listing listing;
    private Feed feed = new Feed();
    private Cancellation ordering = new Cancellation();
    private boolean orderingRuns;
    private boolean orderStale;
    private Feed.@Nullable Now shown;
    private @Nullable Instant stopped;
    private Set<String> toSelect = Set.of();
    private Map<String, String> followed = Map.of();

    public BrowserViewModel(TaskRunner tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
        filter.subscribe(text -> ask(new RowQuery(query.get().order(), text)));
    }

    /** Leaves the store before and its place; nothing of it is shown any more. */
    public void use(@Nullable ObjectStore next) {
        leave();
        store = next;
        location.set(null);
        state.set(null);
        rows.swap(RowList.Rows.NONE);
        selection.set(List.of());
        toSelect = Set.of();
        followed = Map.of();
    }

    /** Lists a place; the listing of the one before is given up. */
    public void open(Prefix place) {
        if (!place.equals(location.get())) {
            filter.set("");
            toSelect = Set.of();
        }
        list(place);
    }

    /** Goes to the place of an object and selects it when it turns up. */
    public void reveal(ObjectAddress address) {
        filter.set("");
        toSelect = Set.of(address.key());
        list(address.parent(), Optional.of(address));
    }

    /** Lists the parent of a folder again and selects the folder. */
    void revealFolder(Prefix folder) {
        toSelect = Set.of(folder.value());
        list(folder.parent());
    }

    /** Lists the place again; the selection stays where it is still there. */
    public void refresh() {
        Prefix place = location.get();
        if (place != null) {
            if (toSelect.isEmpty()) {
                toSelect =
                        selection.get().stream()
                                .map(ListingRow::key)
                                .flatMap(key -> Stream.of(key, followed.getOrDefault(key, key)))
                                .collect(Collectors.toUnmodifiableSet());
            }
            list(place);
        }
    }

    /**
     * The same because something may have changed, if that takes one request: what is larger, or is
     * being listed, stays as it is.
     */
    public void refreshIfSmall() {
        ListingState now = state.get();
        if (now != null
                && now.completeness() instanceof Completeness.Complete
                && now.rows() < ONE_REQUEST) {
            refresh();
        }
    }

    /**
     * A row is about to get another key: if it is still selected when the place is listed again,
     * the row of the new key is.
     */
    void follow(String key, String renamed) {
        followed = Map.of(key, renamed);
    }

    private void list(Prefix place) {
        list(place, Optional.empty());
    }

    private void list(Prefix place, Optional<ObjectAddress> asked) {
        leave();
        if (store == null) {
            return;
        }
        feed = new Feed();
        listing = new CatalogService(store, clock).open(place, asked, feed);
        // the rows of the same place stay until the first new ones are there: a refresh does not
        // flicker
        if (!place.equals(location.get())) {
            rows.swap(RowList.Rows.NONE);
            selection.set(List.of());
            followed = Map.of();
        }
        location.set(place);
        state.set(ListingState.of(feed.now(), 0));
    }

    private void leave() {
        if (listing != null) {
            listing.cancel();
            listing = null;
        }
        ordering.cancel();
        orderingRuns = false;
        orderStale = true;
        shown = null;
        stopped = null;
    }

    /** One level up; does nothing at the top. */
    public void up() {
        Prefix place = location.get();
        if (place != null && !place.isRoot()) {
            toSelect = Set.of(place.value());
            list(place.parent());
        }
    }

    /** Stops the listing; what is there stays and says that it is not everything. */
    public void stop() {
        ListingState now = state.get();
        if (listing != null && now != null && now.running()) {
            listing.cancel();
            stopped = clock.instant();
            pump();
        }
    }

    /** Asks for another order. */
    public void sort(RowOrder order) {
        ask(new RowQuery(order, query.get().filter()));
    }

    private void ask(RowQuery next) {
        if (!next.equals(query.get())) {
            query.set(next);
            ordering.cancel();
            orderingRuns = false;
            orderStale = true;
            pump();
        }
    }

    /** Brings what is new to the screen; to be called about ten times a second. */
    public void pump() {
        if (listing == null || orderingRuns) {
            return;
        }
        Feed.Now now = feed.now();
        if (stopped != null && now.running()) {
            now = now.stopped(stopped);
        }
        if (orderStale || !now.equals(shown)) {
            order(feed, now);
        }
    }

    private void order(Feed from, Feed.Now now) {
        orderStale = false;
        ListingTable table = now.table();
        if (table == null) {
            show(from, now, RowList.Rows.NONE);
            return;
        }
        orderingRuns = true;
        RowQuery wanted = query.get();
        ordering =
                tasks.run(
                        "order rows",
                        cancellation -> wanted.rows(table, cancellation),
                        order -> show(from, now, new RowList.Rows(table, order)),
                        _ -> orderingRuns = false);
    }

    private void show(Feed from, Feed.Now now, RowList.Rows ordered) {
        orderingRuns = false;
        if (from != feed) {
            return;
        }
        shown = now;
        // the rows of before a refresh stay until there are new ones
        if (ordered.order().length > 0 || !now.running()) {
            rows.swap(ordered);
        }
        state.set(ListingState.of(now, ordered.order().length));
        if (!now.running()) {
            // what has not turned up by now will not
            toSelect = Set.of();
        }
    }

    /** Rows that are to be selected once they are there, by key. */
    Set<String> wanted() {
        return toSelect;
    }

    /** All of them are selected: from here on the selection is the operator's. */
    void wantedFound() {
        toSelect = Set.of();
    }

    void select(List<ListingRow> selected) {
        selection.set(List.copyOf(selected));
    }

    public @Nullable ObjectStore store() {
        return store;
    }

    /** The open place; nothing when no bucket is open. */
    public ReadOnlyObjectProperty<@Nullable Prefix> locationProperty() {
        return location.getReadOnlyProperty();
    }

    /** How far the listing is; nothing when no place is open. */
    public ReadOnlyObjectProperty<@Nullable ListingState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<RowQuery> queryProperty() {
        return query.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<ListingRow>> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /** Words that the names must hold. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** The rows as the table shows them. */
    public ObservableList<ListingRow> rows() {
        return rows;
    }
}
