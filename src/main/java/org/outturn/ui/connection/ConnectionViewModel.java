package org.outturn.ui.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.Addressing;
import org.outturn.connection.Connection;
import org.outturn.connection.ConnectionSource;
import org.outturn.connection.Found;
import org.outturn.connection.Identity;
import org.outturn.connection.SignIn;
import org.outturn.connection.Trouble;
import org.outturn.failure.Failure;
import org.outturn.failure.SignInFailure;
import org.outturn.ui.common.TaskRunner;

/** All that there is to connect to, and what is being opened. Used on the JavaFX thread. */
public final class ConnectionViewModel {

    /**
     * What the editor is about.
     *
     * @param draft what it shows at first
     * @param keysMissing whether it was opened because keys are missing
     */
    record Editing(Draft draft, boolean keysMissing) {}

    private final TaskRunner tasks;
    private final ConnectionSource known;
    private final ConnectionSource sample;

    private final ObservableList<Connection> connections = FXCollections.observableArrayList();
    // kept, because a view that nobody holds is collected together with its listeners
    private final ObservableList<Connection> connectionsView =
            FXCollections.unmodifiableObservableList(connections);
    private final ObservableList<Connection> listed = FXCollections.observableArrayList();
    private final FilteredList<Connection> rows = new FilteredList<>(listed);
    private final ObservableList<Trouble> troubles = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper openingName = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Editing> editing = new ReadOnlyObjectWrapper<>();

    private final ReadOnlyObjectWrapper<@Nullable Connection> refused =
            new ReadOnlyObjectWrapper<>();

    private List<Trouble> dismissed = List.of();
    private @Nullable Connection beingOpened;
    private @Nullable Connection sampleRow;
    private @Nullable Object sampleWanted;
    private Consumer<Connection> tester = _ -> {};
    private @Nullable Identity touched;
    private Consumer<Connection> opener = _ -> {};
    private Runnable giver = () -> {};

    /**
     * @param known where the operator's own connections are written down
     * @param sample starts the sample server when it is asked
     */
    public ConnectionViewModel(TaskRunner tasks, ConnectionSource known, ConnectionSource sample) {
        this.tasks = tasks;
        this.known = known;
        this.sample = sample;
        filter.subscribe(text -> rows.setPredicate(connection -> fits(connection, text)));
    }

    /** Says who opens what is picked. */
    public void onOpen(Consumer<Connection> who) {
        opener = who;
    }

    /**
     * Reads the known connections again.
     *
     * @param then told what is there, also when reading failed: then nothing
     */
    public void load(Consumer<List<Connection>> then) {
        tasks.run(
                "read connections",
                _ -> known.find(),
                found -> {
                    take(found);
                    then.accept(found.connections());
                },
                wrong -> {
                    loaded.set(true);
                    failure.set(wrong);
                    then.accept(List.of());
                });
    }

    private void take(Found found) {
        // a list that is the same keeps its selection and the place that it is scrolled to
        if (!connections.equals(found.connections())) {
            connections.setAll(found.connections());
            list();
        }
        loaded.set(true);
        List<Trouble> told =
                found.troubles().stream().filter(one -> !dismissed.contains(one)).toList();
        if (!troubles.equals(told)) {
            troubles.setAll(told);
        }
    }

    /** Has the sample listed behind all others, by this name. */
    void listSample(String name) {
        sampleRow =
                new Connection(
                                name,
                                Optional.empty(),
                                "us-east-1",
                                Addressing.PATH,
                                new SignIn.Machine(),
                                Optional.empty())
                        .withIdentity(new Identity(Identity.Origin.SAMPLE, ""));
        list();
    }

    private void list() {
        var all = new ArrayList<>(connections);
        if (sampleRow != null && !all.isEmpty()) {
            all.add(sampleRow);
        }
        listed.setAll(all);
    }

    /** Reads the known connections again because they have changed; what was wrong stays to see. */
    public void reload() {
        load(_ -> {});
    }

    /** Says who gives up what is being opened. */
    public void onGiveUp(Runnable who) {
        giver = who;
    }

    /** Gives up what is being opened. */
    void giveUp() {
        sampleWanted = null;
        busy.set(false);
        giver.run();
    }

    /** The connection that was last chosen, changed or moved; it stays the chosen one. */
    Optional<Identity> touched() {
        return Optional.ofNullable(touched);
    }

    void touch(Connection connection) {
        touched = connection.identity();
    }

    /** Starts the sample server if need be and opens it, unless something else is opened first. */
    public void openSample() {
        openingName.set(sampleRow == null ? "" : sampleRow.name());
        busy.set(true);
        failure.set(null);
        var mine = new Object();
        sampleWanted = mine;
        // never cancelled: a server that was interrupted while it is filled would stay half full
        tasks.run(
                "start the sample outputs",
                _ -> new ArrayList<>(sample.find().connections()),
                found -> {
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
    public void opening(Connection connection) {
        sampleWanted = null;
        beingOpened = connection;
        openingName.set(connection.name());
        busy.set(true);
        refused.set(null);
        failure.set(null);
    }

    /**
     * Told when opening has failed; the page stays as it is, unless keys are missing that the
     * operator can type.
     */
    public void failed(Connection connection, Failure why) {
        failed(why);
        refused.set(connection);
    }

    /** Told when something else than opening has failed. */
    void failed(Failure why) {
        busy.set(false);
        refused.set(null);
        failure.set(why);
        Connection tried = beingOpened;
        if (tried != null && tried.identity().origin() == Identity.Origin.SAVED && needsKeys(why)) {
            editing.set(new Editing(Draft.of(tried), true));
        }
    }

    /** Whether the operator helps by typing the keys. */
    public static boolean needsKeys(Failure why) {
        return why instanceof SignInFailure.KeysMissing
                || why instanceof SignInFailure.KeyringMissing
                || why instanceof SignInFailure.KeyringLocked;
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
        beingOpened = null;
        busy.set(false);
        refused.set(null);
        failure.set(null);
        editing.set(null);
        filter.set("");
    }

    /** Told when a connection is open: nothing needs to stay in the editor. */
    public void opened() {
        busy.set(false);
        refused.set(null);
        failure.set(null);
        editing.set(null);
    }

    void working(boolean now) {
        openingName.set("");
        busy.set(now);
    }

    void edit(Draft draft) {
        failure.set(null);
        editing.set(new Editing(draft, false));
    }

    void closeEditor() {
        failure.set(null);
        editing.set(null);
    }

    /** Has what is told now told no more until it changes. */
    void dismissTroubles() {
        dismissed = List.copyOf(troubles);
        troubles.clear();
    }

    /** The names of the profiles of the AWS files. */
    List<String> profileNames() {
        return connections.stream()
                .filter(c -> c.identity().origin() == Identity.Origin.PROFILE)
                .map(c -> c.identity().key())
                .toList();
    }

    private static boolean fits(Connection connection, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        String all =
                connection.name()
                        + " "
                        + connection.endpoint().map(Object::toString).orElse("aws")
                        + " "
                        + connection.region()
                        + " "
                        + connection.pinned().map(pinned -> pinned.s3Uri()).orElse("");
        return all.toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** All of the operator's own, in their order. */
    public ObservableList<Connection> connections() {
        return connectionsView;
    }

    /** Those that fit what is searched for. */
    ObservableList<Connection> rows() {
        return rows;
    }

    ObservableList<Trouble> troubles() {
        return troubles;
    }

    StringProperty filterProperty() {
        return filter;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What is being opened, while something is; empty when something else takes its time. */
    ReadOnlyStringProperty openingNameProperty() {
        return openingName.getReadOnlyProperty();
    }

    /** Whether the connections have been read once. */
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** The connection that did not open, as long as that is told. */
    ReadOnlyObjectProperty<@Nullable Connection> refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Editing> editingProperty() {
        return editing.getReadOnlyProperty();
    }
}
