package org.outturn.ui.main;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.Connection;
import org.outturn.connection.Connector;
import org.outturn.connection.OpenConnection;
import org.outturn.failure.Failure;
import org.outturn.storage.BucketSummary;
import org.outturn.storage.Cancellation;
import org.outturn.storage.Prefix;
import org.outturn.ui.common.TaskRunner;

/**
 * What is open: the connection, its buckets, the bucket that is shown. Used on the JavaFX thread.
 */
public final class MainViewModel {

    /** Who is told what has become of an attempt to open a connection. */
    public interface Listener {
        /** Another connection is open now; the one before it is about to be closed. */
        void opened(OpenConnection connection);

        /** It did not open; what was open before stays open. */
        void failed(Connection connection, Failure failure);
    }

    private final TaskRunner tasks;
    private final Connector connector;
    private final ReadOnlyObjectWrapper<@Nullable OpenConnection> open =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Connection> opening =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper bucket = new ReadOnlyStringWrapper("");
    private final ObservableList<String> buckets = FXCollections.observableArrayList();
    // kept, because a view that nobody holds is collected together with its listeners
    private final ObservableList<String> bucketsView =
            FXCollections.unmodifiableObservableList(buckets);
    private Cancellation attempt = new Cancellation();
    private BiConsumer<Connection, Failure> failed = (_, _) -> {};

    public MainViewModel(TaskRunner tasks, Connector connector) {
        this.tasks = tasks;
        this.connector = connector;
    }

    /** Says who else is told which connection did not open, and why. */
    public void onFailed(BiConsumer<Connection, Failure> who) {
        failed = who;
    }

    /** Opens a connection in the background; an attempt still under way is given up. */
    public void connect(Connection connection, Listener listener) {
        attempt.cancel();
        opening.set(connection);
        attempt =
                tasks.run(
                        "connect to " + connection.name(),
                        cancellation -> openUnlessCancelled(connection, cancellation),
                        opened -> {
                            opening.set(null);
                            take(opened, listener);
                        },
                        failure -> {
                            opening.set(null);
                            listener.failed(connection, failure);
                            failed.accept(connection, failure);
                        });
    }

    /** Gives up the attempt that is under way; what was open before stays open. */
    public void giveUp() {
        attempt.cancel();
        opening.set(null);
    }

    /** A store opened for nobody must not stay open. */
    private OpenConnection openUnlessCancelled(Connection connection, Cancellation cancellation) {
        OpenConnection opened = connector.open(connection, cancellation);
        if (cancellation.isCancelled()) {
            opened.store().close();
            cancellation.check();
        }
        return opened;
    }

    private void take(OpenConnection opened, Listener listener) {
        OpenConnection before = open.get();
        buckets.setAll(opened.buckets().stream().map(BucketSummary::name).toList());
        bucket.set("");
        open.set(opened);
        listener.opened(opened);
        if (before != null) {
            leave(before);
        }
    }

    /** Remembers which bucket is shown; one that was typed joins the list. */
    public void showBucket(String name) {
        if (!buckets.contains(name)) {
            buckets.add(name);
            FXCollections.sort(buckets);
        }
        bucket.set(name);
    }

    /** The bucket to show first: the one wished for if it is there, else the first. */
    public Optional<String> firstBucket(@Nullable String wished) {
        List<String> names = List.copyOf(buckets);
        return wished != null && names.contains(wished)
                ? Optional.of(wished)
                : names.stream().findFirst();
    }

    /** The top of a bucket, or that of the part of it that the open connection is for. */
    Prefix top(String name) {
        return Optional.ofNullable(open.get())
                .flatMap(now -> now.connection().pinned())
                .filter(pinned -> pinned.bucket().equals(name))
                .orElseGet(() -> Prefix.root(name));
    }

    /** Closes what is open, and waits for it: for the end of the program. */
    public void close() {
        attempt.cancel();
        OpenConnection now = open.get();
        if (now != null) {
            now.store().close();
        }
    }

    private void leave(OpenConnection connection) {
        tasks.run(
                "close " + connection.connection().name(),
                _ -> {
                    connection.store().close();
                    return true;
                },
                _ -> {},
                _ -> {});
    }

    public ReadOnlyObjectProperty<@Nullable OpenConnection> openProperty() {
        return open.getReadOnlyProperty();
    }

    /** The name of the open connection; empty while there is none. */
    public String connectionName() {
        OpenConnection now = open.get();
        return now == null ? "" : now.connection().name();
    }

    /** The connection that is being opened, if one is. */
    public ReadOnlyObjectProperty<@Nullable Connection> openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /** The bucket that is shown; empty when none is. */
    public ReadOnlyStringProperty bucketProperty() {
        return bucket.getReadOnlyProperty();
    }

    /** The buckets that are known. */
    public ObservableList<String> buckets() {
        return bucketsView;
    }
}
