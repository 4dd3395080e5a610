package org.outturn.follow;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.outturn.pipeline.status.OutputState;

/**
 * The outputs that ended in the last minutes, and how many of them failed. Tells once for each
 * incident; an incident is over when no failure is left in the window, so that a rate that goes up
 * and down about the threshold is one. For one thread.
 */
final class FailureWindow {
    /** BookmarkAI: failures over 5 % in 5 minutes. */
    static final Duration LENGTH = Duration.ofMinutes(5);

    static final double MOST = 0.05;

    /** Of fewer outputs a share says nothing. */
    static final int LEAST_ENDED = 5;

    private final Map<String, Ended> ended = new HashMap<>();
    private boolean incident;

    private record Ended(boolean failed, Instant at) {}

    /** An output is in another state than before, or came in it. */
    void turned(String identity, OutputState state, Instant now) {
        switch (state) {
            case COMPLETE, PARTIAL -> ended.put(identity, new Ended(false, now));
            case FAILED -> ended.put(identity, new Ended(true, now));
            case UPLOADING, WAITING, UNKNOWN -> ended.remove(identity);
        }
    }

    /** An output is gone, or goes by another identity. */
    void forget(String identity) {
        ended.remove(identity);
    }

    /** To be asked after every look, whether anything has turned or not. */
    Optional<FollowAlert.Failing> check(Instant now) {
        Instant since = now.minus(LENGTH);
        ended.values().removeIf(one -> !one.at.isAfter(since));
        int failed = (int) ended.values().stream().filter(Ended::failed).count();
        if (failed == 0) {
            incident = false;
            return Optional.empty();
        }
        boolean tooMany = ended.size() >= LEAST_ENDED && failed > MOST * ended.size();
        if (!tooMany || incident) {
            return Optional.empty();
        }
        incident = true;
        return Optional.of(new FollowAlert.Failing(failed, ended.size()));
    }
}
