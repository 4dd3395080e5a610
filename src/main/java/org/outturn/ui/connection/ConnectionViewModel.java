package org.outturn.ui.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.Addressing;
import org.outturn.connection.Connection;
import org.outturn.connection.ConnectionSource;
import org.outturn.failure.Failure;
import org.outturn.ui.common.TaskRunner;

/** The known connections and the form for one more. Used on the JavaFX thread. */
public final class ConnectionViewModel {
    private final TaskRunner tasks;
    private final ConnectionSource known;
    private final ConnectionSource sample;

    private final ObservableList<Connection> profiles = FXCollections.observableArrayList();
    // kept, because a view that nobody holds is collected together with its listeners
    private final ObservableList<Connection> profilesView =
            FXCollections.unmodifiableObservableList(profiles);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<TypedConnection.@Nullable Complaint> complaint =
            new ReadOnlyObjectWrapper<>();

    final StringProperty endpoint = new SimpleStringProperty("");
    final StringProperty region = new SimpleStringProperty("");
    final StringProperty accessKey = new SimpleStringProperty("");
    final StringProperty secretKey = new SimpleStringProperty("");
    final StringProperty sessionToken = new SimpleStringProperty("");
    final StringProperty bucket = new SimpleStringProperty("");
    final ObjectProperty<Addressing> addressing = new SimpleObjectProperty<>(Addressing.AUTO);

    private final ReadOnlyObjectWrapper<@Nullable Connection> refused =
            new ReadOnlyObjectWrapper<>();
    private @Nullable Object sampleWanted;
    private Consumer<Connection> tester = _ -> {};
    private Consumer<Connection> opener = _ -> {};
    private Consumer<Connection> sampleStarted = _ -> {};

    /**
     * @param known where the operator's own connections are written down
     * @param sample starts the sample server when it is asked
     */
    public ConnectionViewModel(TaskRunner tasks, ConnectionSource known, ConnectionSource sample) {
        this.tasks = tasks;
        this.known = known;
        this.sample = sample;
    }

    /** Says who opens what is picked. */
    public void onOpen(Consumer<Connection> who) {
        opener = who;
    }

    /** Says who is told which connection is the sample's. */
    public void onSampleStarted(Consumer<Connection> who) {
        sampleStarted = who;
    }

    /**
     * Reads the known connections again.
     *
     * @param then told what is there, also when reading failed: then nothing
     */
    public void load(Consumer<List<Connection>> then) {
        tasks.run(
                "read profiles",
                _ -> known.find().connections(),
                found -> {
                    profiles.setAll(found);
                    then.accept(found);
                },
                wrong -> {
                    failure.set(wrong);
                    then.accept(List.of());
                });
    }

    /** Starts the sample server if need be and opens it, unless something else is opened first. */
    public void openSample() {
        busy.set(true);
        failure.set(null);
        var mine = new Object();
        sampleWanted = mine;
        // never cancelled: a server that was interrupted while it is filled would stay half full
        tasks.run(
                "start the sample outputs",
                _ -> new ArrayList<>(sample.find().connections()),
                found -> {
                    sampleStarted.accept(found.getFirst());
                    if (mine == sampleWanted) {
                        busy.set(false);
                        opener.accept(found.getFirst());
                    }
                },
                why -> {
                    if (mine == sampleWanted) {
                        failed(why);
                    }
                });
    }

    void open(Connection connection) {
        opener.accept(connection);
    }

    /** Told when a connection is being opened; whoever is asked first may still say no. */
    public void opening() {
        sampleWanted = null;
        busy.set(true);
        refused.set(null);
        failure.set(null);
    }

    /** Opens what the form holds, or says what is wrong with it. */
    void openTyped() {
        var typed =
                new TypedConnection(
                        endpoint.get(),
                        region.get(),
                        accessKey.get(),
                        secretKey.get(),
                        sessionToken.get(),
                        bucket.get(),
                        addressing.get());
        Optional<TypedConnection.Complaint> wrong = typed.complaint();
        complaint.set(wrong.orElse(null));
        if (wrong.isEmpty()) {
            open(typed.toConnection());
        }
    }

    /** Told when opening has failed; the page stays as it is. */
    public void failed(Connection connection, Failure why) {
        failed(why);
        refused.set(connection);
    }

    private void failed(Failure why) {
        busy.set(false);
        refused.set(null);
        failure.set(why);
    }

    /** Says who finds out why a connection does not open. */
    public void onTest(Consumer<Connection> who) {
        tester = who;
    }

    /** Tests a connection step by step. */
    public void test(Connection connection) {
        tester.accept(connection);
    }

    /** Finds out why the connection that failed does not open. */
    void test() {
        Connection connection = refused.get();
        if (connection != null) {
            test(connection);
        }
    }

    /**
     * Told when the page is shown again: nothing is under way, and what failed before is history.
     */
    public void idle() {
        sampleWanted = null;
        busy.set(false);
        refused.set(null);
        failure.set(null);
        complaint.set(null);
    }

    /** Told when a connection is open: the secret need not stay in the form. */
    public void opened() {
        busy.set(false);
        refused.set(null);
        failure.set(null);
        secretKey.set("");
        sessionToken.set("");
    }

    public ObservableList<Connection> profiles() {
        return profilesView;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** The connection that did not open, as long as that is told. */
    ReadOnlyObjectProperty<@Nullable Connection> refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<TypedConnection.@Nullable Complaint> complaintProperty() {
        return complaint.getReadOnlyProperty();
    }
}
