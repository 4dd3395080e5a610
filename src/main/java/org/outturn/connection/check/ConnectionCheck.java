package org.outturn.connection.check;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.Connection;
import org.outturn.connection.StoreOpener;
import org.outturn.connection.check.CheckResult.State;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;

/**
 * Tests a connection step by step, each on its own as far as that can be. Writes nothing, and asks
 * for nothing outside of the place that a connection is for.
 */
public final class ConnectionCheck {
    /** From here on a certificate is worth a thought. */
    private static final long FEW_DAYS = 14;

    /** From here on links end at another time than they say. */
    public static final Duration CLOCK_MATTERS = Duration.ofMinutes(5);

    private final StoreOpener opener;
    private final InstantSource clock;

    /**
     * @param clock this computer's
     */
    public ConnectionCheck(StoreOpener opener, InstantSource clock) {
        this.opener = opener;
        this.clock = clock;
    }

    /**
     * Runs all steps. Blocks, for half a minute at most.
     *
     * @param sink told when a step begins and when it has ended, on the calling thread
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    public void run(Connection connection, Cancellation cancellation, Consumer<CheckResult> sink) {
        new Run(connection, cancellation, sink).all();
    }

    /** One run. */
    private final class Run {
        private final Connection connection;
        private final Cancellation cancellation;
        private final Consumer<CheckResult> sink;
        private final ServerAddress server;
        private final LineCheck line;

        Run(Connection connection, Cancellation cancellation, Consumer<CheckResult> sink) {
            this.connection = connection;
            this.cancellation = cancellation;
            this.sink = sink;
            this.server = ServerAddress.of(connection);
            this.line = new LineCheck(server, connection.server().trust(), clock);
        }

        void all() {
            if (!step(CheckStep.REACH, () -> passed(line.reach(cancellation)))) {
                // a proxy of the HTTP client's could still get through, but there is none
                skip(CheckStep.REACH, CheckStep.ENCRYPT);
                skip(CheckStep.REACH, CheckStep.SIGN, CheckStep.LIST, CheckStep.READ);
                return;
            }
            if (!step(CheckStep.ENCRYPT, this::encryption)) {
                skip(CheckStep.ENCRYPT, CheckStep.SIGN, CheckStep.LIST, CheckStep.READ);
                return;
            }
            signed();
        }

        private Ended encryption() {
            if (!server.encrypted()) {
                boolean readable = !server.host().matches("localhost|127\\..*|::1|.*\\.localhost");
                return new Ended(
                        readable ? State.WARNED : State.PASSED, new CheckFinding.Open(readable));
            }
            CheckFinding.Encrypted found = line.encrypt(cancellation);
            return new Ended(found.daysLeft() < FEW_DAYS ? State.WARNED : State.PASSED, found);
        }

        /** The first request shows whether the keys are accepted, whatever else it shows. */
        private void signed() {
            sink.accept(
                    new CheckResult(
                            CheckStep.SIGN,
                            State.RUNNING,
                            Duration.ZERO,
                            new CheckFinding.Running()));
            long begun = System.nanoTime();
            ObjectStore store;
            try {
                store = opener.open(connection);
            } catch (FailureException e) {
                notSigned(begun, e.failure());
                return;
            }
            try (store) {
                cancellation.onCancel(store::close);
                var places = new PlaceCheck(store, connection, cancellation);
                @Nullable Failure refused = places.list();
                cancellation.check();
                if (refused != null && isAboutSigning(refused)) {
                    notSigned(begun, refused);
                    return;
                }
                Duration took = since(begun);
                Optional<Duration> behind = store.clockBehind();
                boolean off = behind.filter(d -> d.abs().compareTo(CLOCK_MATTERS) > 0).isPresent();
                sink.accept(
                        new CheckResult(
                                CheckStep.SIGN,
                                off ? State.WARNED : State.PASSED,
                                took,
                                new CheckFinding.Accepted(Signers.name(connection), behind)));
                step(CheckStep.LIST, places::listed);
                step(CheckStep.READ, places::read);
            }
        }

        private void notSigned(long begun, Failure why) {
            sink.accept(
                    new CheckResult(
                            CheckStep.SIGN,
                            State.FAILED,
                            since(begun),
                            new CheckFinding.Failed(why)));
            skip(CheckStep.SIGN, CheckStep.LIST, CheckStep.READ);
        }

        private boolean isAboutSigning(Failure failure) {
            return switch (failure) {
                case Failure.SignInRejected _,
                        Failure.SignInExpired _,
                        Failure.SignInMissing _,
                        Failure.ClockSkew _,
                        Failure.Unreachable _,
                        Failure.Untrusted _ ->
                        true;
                default -> false;
            };
        }

        private boolean step(CheckStep step, Supplier<Ended> work) {
            cancellation.check();
            sink.accept(
                    new CheckResult(
                            step, State.RUNNING, Duration.ZERO, new CheckFinding.Running()));
            long begun = System.nanoTime();
            Ended ended;
            try {
                ended = work.get();
            } catch (FailureException e) {
                ended = new Ended(State.FAILED, new CheckFinding.Failed(e.failure()));
            }
            cancellation.check();
            sink.accept(new CheckResult(step, ended.state(), since(begun), ended.finding()));
            return ended.state() != State.FAILED;
        }

        private void skip(CheckStep because, CheckStep... steps) {
            for (CheckStep step : steps) {
                sink.accept(
                        new CheckResult(
                                step,
                                State.SKIPPED,
                                Duration.ZERO,
                                new CheckFinding.Skipped(because)));
            }
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    static Ended passed(CheckFinding finding) {
        return new Ended(State.PASSED, finding);
    }

    /** How a step has ended. */
    record Ended(State state, CheckFinding finding) {}
}
