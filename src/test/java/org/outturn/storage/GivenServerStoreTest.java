package org.outturn.storage;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The contract, held against the server that the {@code OUTTURN_TEST_*} variables name. */
@EnabledIfEnvironmentVariable(named = "OUTTURN_TEST_ENDPOINT", matches = "http.+")
class GivenServerStoreTest {
    private static ServerUnderTest given() {
        return ServerUnderTest.given(System.getenv()).orElseThrow();
    }

    @Nested
    class Objects extends ObjectStoreContract {
        @Override
        protected ServerUnderTest server() {
            return given();
        }
    }

    @Nested
    class Transfers extends TransferContract {
        @Override
        protected ServerUnderTest server() {
            return given();
        }
    }

    @Nested
    class Ranges extends RangeContract {
        @Override
        protected ServerUnderTest server() {
            return given();
        }
    }

    @Nested
    class Integrity extends IntegrityContract {
        @Override
        protected ServerUnderTest server() {
            return given();
        }
    }

    @Nested
    class Resumes extends ResumeContract {
        @Override
        protected ServerUnderTest server() {
            return given();
        }
    }

    @Nested
    class Copies extends CopyContract {
        @Override
        protected ServerUnderTest server() {
            return given();
        }
    }

    @Nested
    class Options extends StoreOptionsContract {
        @Override
        protected ServerUnderTest server() {
            return given();
        }

        @Override
        protected Set<Lack> lacks() {
            return EnumSet.allOf(Lack.class);
        }
    }

    @Nested
    class Expiry extends LifecycleContract {
        @Override
        protected ServerUnderTest server() {
            return given();
        }

        @Override
        protected Set<Lack> lacks() {
            return EnumSet.allOf(Lack.class);
        }
    }

    @Nested
    class Versions extends VersionContract {
        @Override
        protected ServerUnderTest server() {
            return given();
        }
    }

    @Nested
    class Restores extends RestoreContract {
        @Override
        protected ServerUnderTest server() {
            return given();
        }

        @Override
        protected boolean restores() {
            return false;
        }
    }

    @Nested
    class OddKeys extends OddKeysContract {
        @Override
        protected ServerUnderTest server() {
            return given();
        }
    }

    @Nested
    class Links extends LinkContract {
        @Override
        protected ServerUnderTest server() {
            return given();
        }
    }

    @Nested
    class Requests extends RequestContract {
        @Override
        protected ServerUnderTest server() {
            return given();
        }
    }

    @Nested
    class SignIn extends SignInContract {
        @Override
        protected ServerUnderTest server() {
            return given();
        }
    }
}
