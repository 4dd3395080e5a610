package org.outturn.ui.main;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.Connection;
import org.outturn.connection.OpenConnection;
import org.outturn.failure.Failure;
import org.outturn.share.PastedAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.ui.browser.BrowserViewModel;
import org.outturn.ui.browser.PlacesViewModel;
import org.outturn.ui.common.Dialogs;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.Notifier;
import org.outturn.ui.connection.ConnectionViewModel;
import org.outturn.ui.inspector.InspectorViewModel;
import org.outturn.ui.transfers.TransfersViewModel;

/**
 * Who hears of what: a connection that opens reaches the browser, the places, the inspector and the transfers; an address
 * that is pasted reaches the browser. The features know nothing of one another. Used on the JavaFX thread.
 */
public final class Navigation implements MainViewModel.Listener {
    private final MainViewModel main;
    private final ConnectionViewModel connection;
    private final BrowserViewModel browser;
    private final PlacesViewModel places;
    private final InspectorViewModel inspector;
    private final TransfersViewModel transfers;
    private final Notifier notifier;
    private final Messages messages;
    private final Remembered remembered;
    private final ReadOnlyBooleanWrapper startPage = new ReadOnlyBooleanWrapper(true);
    private @Nullable Connection sample;

    /** The view models that make up the window. */
    public record Models(
            MainViewModel main,
            ConnectionViewModel connection,
            BrowserViewModel browser,
            PlacesViewModel places,
            InspectorViewModel inspector,
            TransfersViewModel transfers) {}

    public Navigation(Models models, Notifier notifier, Messages messages, Remembered remembered) {
        this.main = models.main();
        this.connection = models.connection();
        this.browser = models.browser();
        this.places = models.places();
        this.inspector = models.inspector();
        this.transfers = models.transfers();
        this.notifier = notifier;
        this.messages = messages;
        this.remembered = remembered;
    }
}
