package org.outturn.app;

import java.time.Clock;
import java.util.Map;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.outturn.aws.KeySource;
import org.outturn.aws.SsoKeySource;
import org.outturn.aws.profile.KeyWorld;
import org.outturn.aws.profile.ProfileKeys;
import org.outturn.connection.CodePrompt;
import org.outturn.connection.Watch;
import org.outturn.connection.WatchedSource;
import org.outturn.connection.profile.ProfileSource;

/** The AWS profiles: where they come from, who gives their keys, who hears of changes. */
final class ProfileWiring implements AutoCloseable {
    /** Said by whoever wants profiles to take their keys from the cloud machine. */
    private static final String MACHINE_OFF = "AWS_EC2_METADATA_DISABLED";

    private final WatchedSource source;
    private final KeySource keys;
    private @Nullable Watch watch;
    private boolean closed;

    ProfileWiring(Surroundings surroundings, CodePrompt prompt, SsoKeySource sso) {
        Map<String, String> environment = surroundings.environment();
        source = new ProfileSource(surroundings.awsFiles(), environment);
        keys =
                new ProfileKeys(
                        new KeyWorld(
                                surroundings.awsFiles(),
                                environment,
                                prompt,
                                sso,
                                surroundings.redactor()::hide,
                                () -> "false".equalsIgnoreCase(environment.get(MACHINE_OFF)),
                                Clock.systemUTC()));
    }

    WatchedSource source() {
        return source;
    }

    KeySource keys() {
        return keys;
    }

    /**
     * Begins to watch the files.
     *
     * @param changed told on the JavaFX thread
     */
    void watch(Runnable changed) {
        Thread.ofVirtual().name("watch profiles").start(() -> begin(changed));
    }

    private synchronized void begin(Runnable changed) {
        if (!closed) {
            watch = source.watch(() -> Platform.runLater(changed));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (watch != null) {
            watch.close();
        }
    }
}
