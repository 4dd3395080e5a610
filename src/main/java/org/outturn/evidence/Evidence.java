package org.outturn.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.outturn.pipeline.status.Testimony;
import org.outturn.pipeline.status.Witness;

/**
 * What was found out about one output.
 *
 * @param name what its metadata calls it; empty if they do not say or may not be read
 * @param expiration the {@code x-amz-expiration} header of its first object as sent
 * @param testimonies of the witnesses that were asked, the bucket's listing not among them
 * @param unheard the witnesses that could not be asked
 */
public record Evidence(
        Optional<String> name,
        Optional<String> expiration,
        List<Testimony> testimonies,
        List<Unheard> unheard) {
    /** Nothing was found out. */
    public static final Evidence NONE =
            new Evidence(Optional.empty(), Optional.empty(), List.of(), List.of());

    public Evidence {
        testimonies = List.copyOf(testimonies);
        unheard = List.copyOf(unheard);
    }

    /** What one witness says. */
    static Evidence of(Testimony testimony) {
        return new Evidence(Optional.empty(), Optional.empty(), List.of(testimony), List.of());
    }

    /** A witness could not be asked. */
    static Evidence of(Unheard unheard) {
        return new Evidence(Optional.empty(), Optional.empty(), List.of(), List.of(unheard));
    }

    /** With what another source found out. Whoever was heard already is not heard again. */
    Evidence and(Evidence other) {
        var heard = new ArrayList<>(testimonies);
        other.testimonies.stream().filter(t -> !hears(t.witness())).forEach(heard::add);
        var silent = new ArrayList<>(unheard);
        silent.addAll(other.unheard);
        silent.removeIf(u -> heard.stream().anyMatch(t -> t.witness() == u.witness()));
        return new Evidence(name.or(other::name), expiration.or(other::expiration), heard, silent);
    }

    private boolean hears(Witness witness) {
        return testimonies.stream().anyMatch(t -> t.witness() == witness);
    }

    /** Whether a witness that could not be asked may be asked again by now. */
    boolean isDue(Instant now) {
        return unheard.stream().anyMatch(u -> !u.again().isAfter(now));
    }
}
