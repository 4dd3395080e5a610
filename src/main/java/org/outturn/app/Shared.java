package org.outturn.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javafx.application.Platform;
import org.outturn.aws.KeySource;
import org.outturn.aws.S3StoreOpener;
import org.outturn.connection.ConnectionSource;
import org.outturn.connection.StoreOpener;
import org.outturn.journal.JournalFile;
import org.outturn.journal.PendingJournal;
import org.outturn.layouts.LayoutBook;
import org.outturn.storage.Bandwidth;
import org.outturn.ui.common.BackgroundRunner;
import org.outturn.ui.common.DesktopNotice;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.TaskRunner;
import org.outturn.ui.common.ThemeSwitcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all windows have together. Made and used on the JavaFX thread. */
final class Shared implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Shared.class);

    private final Surroundings surroundings;
    private final Messages messages;
    private final Formats formats;
    private final TaskRunner tasks = new BackgroundRunner(Platform::runLater);
    private final SampleSource sample;
    private final RememberedSettings remembered;
    private final ThemeSwitcher theme = new ThemeSwitcher();
    private final Bandwidth bandwidth = Bandwidth.unlimited();
    private final PendingJournal journal;
    private final ConnectionWiring saved;
    private final SignInServices signIn;
    private final DesktopNotice desktop = new NotifySend("notify-send");

    Shared(Surroundings surroundings) {
        this.surroundings = surroundings;
        Clock clock = surroundings.clock();
        messages = new Messages(surroundings.locale());
        formats = new Formats(messages, clock.getZone());
        String sampleName = messages.text("main.connection.sample");
        sample =
                new SampleSource(
                        surroundings.folders().cache().resolve("sample"), clock, sampleName);
        var settingsFile = new SettingsFile(surroundings.folders());
        remembered =
                new RememberedSettings(
                        settingsFile.store(),
                        settingsFile.read(),
                        Map.of(sampleName, SampleSource.FIRST_BUCKET));
        theme.choose(ThemeSwitcher.Choice.valueOf(remembered.settings().theme().name()));
        bandwidth.up().set(remembered.settings().speed().up());
        bandwidth.down().set(remembered.settings().speed().down());
        saved = new ConnectionWiring(surroundings);
        signIn = new SignInServices(surroundings, messages);
        journal =
                PendingJournal.of(
                        new JournalFile(surroundings.folders().state().resolve("queue.db"), clock));
    }

    /**
     * Opens any connection, and hides its keys first.
     *
     * @param keys of those that do not hold them
     */
    StoreOpener opener(KeySource keys) {
        return saved.opener(new S3StoreOpener(keys, bandwidth));
    }

    /**
     * The operator's own connections.
     *
     * @param others those that are not saved here
     */
    ConnectionSource connections(ConnectionSource others) {
        return saved.source(others);
    }

    /** Signs operators in. */
    SignInServices signIn() {
        return signIn;
    }

    /** Makes start pages. */
    ConnectionWiring saved() {
        return saved;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Clock clock() {
        return surroundings.clock();
    }

    Path cache() {
        return surroundings.folders().cache();
    }

    Messages messages() {
        return messages;
    }

    Formats formats() {
        return formats;
    }

    TaskRunner tasks() {
        return tasks;
    }

    SampleSource sample() {
        return sample;
    }

    RememberedSettings remembered() {
        return remembered;
    }

    ThemeSwitcher theme() {
        return theme;
    }

    Bandwidth bandwidth() {
        return bandwidth;
    }

    PendingJournal journal() {
        return journal;
    }

    /** The operator's own layouts; each window adds those of its bucket. */
    LayoutBook newLayouts() {
        return new LayoutBook(surroundings.folders().config().resolve("layouts"));
    }

    DesktopNotice desktop() {
        return desktop;
    }

    /** To be called when no window is left; bounded to a few seconds. */
    @Override
    public void close() {
        theme.close();
        signIn.close();
        journal.close();
        remembered.close();
        try {
            sample.close();
        } catch (IOException e) {
            LOG.warn("the sample server did not end in order", e);
        }
    }
}
