package org.outturn.app;

import org.outturn.connection.Connection;
import org.outturn.connection.ConnectionSource;
import org.outturn.connection.Identity;
import org.outturn.connection.StoreOpener;
import org.outturn.connection.book.BookSource;
import org.outturn.connection.book.SavedConnections;
import org.outturn.connection.dotenv.EnvFiles;
import org.outturn.connection.vault.KeyResolver;
import org.outturn.connection.vault.SecretVault;
import org.outturn.connection.vault.SessionKeys;
import org.outturn.ui.common.FileChoosers;
import org.outturn.ui.common.TaskRunner;
import org.outturn.ui.connection.BookWork;
import org.outturn.ui.connection.ConnectionActions;
import org.outturn.ui.connection.ConnectionController;
import org.outturn.ui.connection.ConnectionOffers;
import org.outturn.ui.connection.ConnectionViewModel;
import org.outturn.ui.connection.FileOpening;
import org.outturn.ui.connection.StartMemory;
import org.outturn.ui.main.Navigation;

/** The saved connections, their keys and the start page. */
final class ConnectionWiring {
    private final Surroundings surroundings;
    private final SavedConnections saved;
    private final SecretVault vault;
    private final SessionKeys typed = new SessionKeys();
    private final EnvFiles files;

    ConnectionWiring(Surroundings surroundings) {
        this.surroundings = surroundings;
        saved = new SavedConnections(surroundings.folders().config().resolve("connections.json"));
        vault = surroundings.vault();
        files = new EnvFiles(surroundings.environment());
    }

    /**
     * All that there is to connect to, besides the sample.
     *
     * @param others what is not saved here
     */
    ConnectionSource source(ConnectionSource others) {
        return new BookSource(saved, others);
    }

    /** Opens connections of every kind; the keys are hidden from the log first. */
    StoreOpener opener(StoreOpener withKeys) {
        return new KeyResolver(
                new GuardedOpener(withKeys, surroundings.redactor()),
                vault,
                typed,
                files,
                surroundings.redactor()::hide);
    }

    /** Writes a saved connection anew; others are kept nowhere. Blocks. */
    void keep(Connection changed) {
        if (changed.identity().origin() == Identity.Origin.SAVED) {
            saved.change(
                    book -> book.find(changed.identity()).isPresent() ? book.with(changed) : book);
        }
    }

    ConnectionController page(
            ConnectionViewModel model,
            TaskRunner tasks,
            Navigation.Saying saying,
            FileChoosers choosers,
            StartMemory memory,
            ConnectionOffers offers) {
        var actions =
                new ConnectionActions(
                        model,
                        new BookWork(saved, vault, typed, surroundings.redactor()::hide),
                        tasks,
                        saying.notifier(),
                        saying.dialogs(),
                        choosers,
                        saying.messages());
        var opening =
                new FileOpening(
                        files,
                        model,
                        actions,
                        tasks,
                        saying.dialogs(),
                        saying.notifier(),
                        saying.messages(),
                        surroundings.redactor()::hide);
        return new ConnectionController(model, actions, opening, offers, memory, saying.messages());
    }
}
