package org.outturn.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.Addressing;
import org.outturn.connection.Connection;
import org.outturn.connection.ConnectionSource;
import org.outturn.connection.Credentials;
import org.outturn.connection.Found;
import org.outturn.connection.Identity;
import org.outturn.connection.SignIn;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleOutputs;
import org.outturn.sample.SampleServer;

/**
 * The sample bucket as a connection: starts its server when somebody asks for it for the first
 * time.
 */
final class SampleSource implements ConnectionSource, AutoCloseable {
    /** The bucket that shows best what the program is for. */
    static final String FIRST_BUCKET = "scraper-outputs";

    private static final Identity IDENTITY = new Identity(Identity.Origin.SAMPLE, "");

    private final Path folder;
    private final Clock clock;
    private final String name;
    private @Nullable SampleServer server;

    /**
     * @param folder where the sample's objects are kept
     * @param name what the connection is called
     */
    SampleSource(Path folder, Clock clock, String name) {
        this.folder = folder;
        this.clock = clock;
        this.name = name;
    }

    @Override
    public synchronized Found find() {
        try {
            if (server == null) {
                server = SampleServer.start(folder, SampleOptions.DEFAULTS);
                new SampleOutputs(folder, server.store(), clock).fill();
            }
        } catch (IOException e) {
            var attempt = new Attempt("StartSample", folder.toString());
            throw new FailureException(
                    new Failure.LocalFile(folder.toString(), attempt, Technical.of(e.toString())),
                    e);
        }
        var keys = new Credentials(server.accessKey(), server.secretKey(), "");
        return Found.all(
                List.of(
                        new Connection(
                                        name,
                                        Optional.of(server.endpoint()),
                                        server.region(),
                                        Addressing.PATH,
                                        new SignIn.Keys(keys),
                                        Optional.empty())
                                .withIdentity(IDENTITY)));
    }

    @Override
    public synchronized void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
