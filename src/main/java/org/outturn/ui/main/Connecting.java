package org.outturn.ui.main;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import org.outturn.connection.Connection;
import org.outturn.connection.Identity;
import org.outturn.connection.OpenConnection;
import org.outturn.failure.Failure;
import org.outturn.ui.common.Dialogs;
import org.outturn.ui.common.Messages;
import org.outturn.ui.connection.ConnectionViewModel;

/** From one connection of a window to the next, or out of it. Used on the JavaFX thread. */
final class Connecting implements MainViewModel.Listener {
    private final Navigation.Models models;
    private final Navigation.Saying saying;
    private final Windows windows;
    private final Reception reception;
    private final Consumer<OpenConnection> show;
    private final BooleanProperty startPage;
    private Runnable leave = () -> {};

    /**
     * @param show brings a connection that is open to all that shows something of it
     * @param startPage whether it is shown, and with it what fails
     */
    Connecting(
            Navigation.Models models,
            Navigation.Saying saying,
            Windows windows,
            Reception reception,
            Consumer<OpenConnection> show,
            BooleanProperty startPage) {
        this.models = models;
        this.saying = saying;
        this.windows = windows;
        this.reception = reception;
        this.show = show;
        this.startPage = startPage;
    }

    /** Says what is to be done before anything of the next connection is shown. */
    void onLeave(Runnable what) {
        leave = what;
    }

    void connect(Connection connection) {
        if (!has(connection) && windows.bringForward(connection)) {
            // two windows would both go on with the same transfers
            models.connection().idle();
            return;
        }
        leaving(
                "main.connection.switch.",
                () -> {
                    models.connection().opening(connection);
                    models.main().connect(connection, this);
                });
    }

    /** Whether this window shows a connection, or is about to. */
    boolean has(Connection connection) {
        OpenConnection open = models.main().openProperty().get();
        Connection opening = models.main().openingProperty().get();
        String name = ConnectionNames.inJournal(connection);
        return open != null && name.equals(ConnectionNames.inJournal(open.connection()))
                || opening != null && name.equals(ConnectionNames.inJournal(opening));
    }

    /**
     * Asks first when transfers still run.
     *
     * @param question what the keys of the question's texts begin with
     */
    void leaving(String question, Runnable then) {
        int left = models.transfers().left();
        if (left == 0) {
            then.run();
            return;
        }
        Messages messages = saying.messages();
        saying.dialogs()
                .confirm(
                        new Dialogs.Confirmation(
                                messages.text(question + "title"),
                                messages.text(question + "text", left),
                                messages.text(question + "action"),
                                true),
                        then);
    }

    @Override
    public void opened(OpenConnection open) {
        leave.run();
        models.connection().opened();
        show.accept(open);
        reception.opened(open);
    }

    @Override
    public void failed(Connection connection, Failure failure) {
        boolean asking = reception.asks(connection, failure, this::connect);
        models.connection().failed(connection, failure);
        if (ConnectionViewModel.needsKeys(failure)) {
            // that is where they can be typed
            startPage.set(true);
        } else if (!startPage.get() && !asking) {
            saying.notifier().failure(failure);
        }
    }

    static boolean isSample(Connection connection) {
        return connection.identity().origin() == Identity.Origin.SAMPLE;
    }
}
