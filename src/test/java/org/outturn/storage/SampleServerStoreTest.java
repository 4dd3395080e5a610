package org.outturn.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Credentials;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;

/** The contract, held against our own sample server. */
class SampleServerStoreTest {
    @TempDir private static Path folder;
    private static SampleServer server;

    @BeforeAll
    static void start() throws IOException {
        server = SampleServer.start(folder, SampleOptions.DEFAULTS);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static ServerUnderTest sample() {
        return new ServerUnderTest(
                server.endpoint(),
                server.region(),
                new Credentials(server.accessKey(), server.secretKey(), ""),
                true);
    }

    @Nested
    class Objects extends ObjectStoreContract {
        @Override
        protected ServerUnderTest server() {
            return sample();
        }
    }

    @Nested
    class Transfers extends TransferContract {
        @Override
        protected ServerUnderTest server() {
            return sample();
        }
    }

    @Nested
    class Ranges extends RangeContract {
        @Override
        protected ServerUnderTest server() {
            return sample();
        }
    }

    @Nested
    class Integrity extends IntegrityContract {
        @Override
        protected ServerUnderTest server() {
            return sample();
        }
    }

    @Nested
    class Resumes extends ResumeContract {
        @Override
        protected ServerUnderTest server() {
            return sample();
        }
    }

    @Nested
    class Copies extends CopyContract {
        @Override
        protected ServerUnderTest server() {
            return sample();
        }
    }

    @Nested
    class Options extends StoreOptionsContract {
        @Override
        protected ServerUnderTest server() {
            return sample();
        }

        @Override
        protected Set<Lack> lacks() {
            return Set.of();
        }
    }

    @Nested
    class Expiry extends LifecycleContract {
        @Override
        protected ServerUnderTest server() {
            return sample();
        }

        @Override
        protected Set<Lack> lacks() {
            return Set.of();
        }
    }

    @Nested
    class Versions extends VersionContract {
        @Override
        protected ServerUnderTest server() {
            return sample();
        }
    }

    @Nested
    class Restores extends RestoreContract {
        @Override
        protected ServerUnderTest server() {
            return sample();
        }

        @Override
        protected boolean restores() {
            return true;
        }
    }

    @Nested
    class OddKeys extends OddKeysContract {
        @Override
        protected ServerUnderTest server() {
            return sample();
        }
    }

    @Nested
    class Links extends LinkContract {
        @Override
        protected ServerUnderTest server() {
            return sample();
        }
    }

    @Nested
    class Requests extends RequestContract {
        @Override
        protected ServerUnderTest server() {
            return sample();
        }
    }

    @Nested
    class SignIn extends SignInContract {
        @Override
        protected ServerUnderTest server() {
            return sample();
        }
    }
}
