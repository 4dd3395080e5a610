package org.outturn.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.OutputRow;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.pipeline.OutputKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one witness about scraper jobs. One that cannot be asked is left in peace for a while, and
 * everybody is told why meanwhile. Safe for use by many threads.
 */
final class PausedWitness implements EvidenceSource {
    /** How long a witness is left in peace. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(PausedWitness.class);

    private final JobWitness witness;
    private final InstantSource clock;
    private volatile @Nullable Unheard silent;

    PausedWitness(JobWitness witness, InstantSource clock) {
        this.witness = witness;
        this.clock = clock;
    }

    @Override
    public Evidence look(OutputRow row) {
        if (row.kind() != OutputKind.JOBS || row.job().isEmpty()) {
            return Evidence.NONE;
        }
        Unheard before = silent;
        if (before != null && before.again().isAfter(clock.instant())) {
            return Evidence.of(before);
        }
        try {
            Evidence heard = witness.ask(row).map(Evidence::of).orElse(Evidence.NONE);
            silent = null;
            return heard;
        } catch (CancellationException e) {
            return Evidence.NONE;
        } catch (FailureException e) {
            return unheard(e.failure());
        } catch (RuntimeException e) {
            // a text may quote what was read; the class says where to look
            LOG.warn("{} could not be asked: {}", witness.witness(), e.getClass().getName());
            return unheard(
                    new Failure.Unexpected(
                            new Attempt("ReadJobRecord", row.job()),
                            Technical.of(e.getClass().getSimpleName())));
        }
    }

    private Evidence unheard(Failure failure) {
        Instant again = clock.instant().plus(PAUSE);
        var now = new Unheard(witness.witness(), failure, again);
        if (!concernsOneJob(failure)) {
            silent = now;
        }
        return Evidence.of(now);
    }

    /** The record of one job may be in an archive, and those of all others not. */
    private static boolean concernsOneJob(Failure failure) {
        return switch (failure) {
            case Failure.NotFound _,
                    Failure.Archived _,
                    Failure.BeingRestored _,
                    Failure.Invalid _ ->
                    true;
            default -> false;
        };
    }
}
