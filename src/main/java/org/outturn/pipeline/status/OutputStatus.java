package org.outturn.pipeline.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an output is, by all that is known.
 *
 * @param state the worst that a witness says: who is told that all is well may stop looking
 * @param testimonies of each witness, the bucket first
 * @param disagree whether two of them say different things
 */
public record OutputStatus(OutputState state, List<Testimony> testimonies, boolean disagree) {

    public OutputStatus {
        testimonies = List.copyOf(testimonies);
    }

    /** What the bucket alone says. */
    public static OutputStatus of(Testimony bucket) {
        return new OutputStatus(bucket.state(), List.of(bucket), false);
    }

    /** With what another witness says; one that was heard before is heard anew. */
    public OutputStatus with(Testimony heard) {
        var all = new ArrayList<Testimony>();
        testimonies.stream().filter(t -> t.witness() != heard.witness()).forEach(all::add);
        all.add(heard);
        return of(all);
    }

    /** The one that speaks for the state. */
    public Testimony decisive() {
        return testimonies.stream()
                .filter(t -> t.state() == state)
                .findFirst()
                .orElse(testimonies.getFirst());
    }

    private static OutputStatus of(List<Testimony> heard) {
        List<Testimony> all = new ArrayList<>(heard);
        held(heard).ifPresent(bucket -> all.set(heard.indexOf(bucket.before), bucket.after));
        OutputState state = OutputState.UNKNOWN;
        boolean any = false;
        boolean disagree = false;
        OutputState first = OutputState.UNKNOWN;
        for (Testimony testimony : all) {
            if (testimony.state() == OutputState.UNKNOWN
                    || testimony.witness() == Witness.TRANSFERS) {
                continue;
            }
            disagree |= any && testimony.state() != first;
            first = any ? first : testimony.state();
            state = any ? OutputState.worse(state, testimony.state()) : testimony.state();
            any = true;
        }
        boolean running =
                all.stream()
                        .anyMatch(t ->
                                t.witness() == Witness.TRANSFERS
                                        && t.state() == OutputState.UPLOADING);
        return new OutputStatus(running ? OutputState.UPLOADING : state, all, disagree);
    }

    private record Held(Testimony before, Testimony after) {}

    /** A bucket that has everything by its layout may still have less than a record counts. */
    private static Optional<Held> held(List<Testimony> heard) {
        for (Testimony bucket : heard) {
            if (bucket.finding() instanceof Finding.AllThere(int files, long bytes)) {
                for (Testimony other : heard) {
                    if (other.finding() instanceof Finding.Recorded record
                            && other.state() == OutputState.COMPLETE
                            && (record.files() > files
                                    || record.files() == files && record.bytes() > bytes)) {
                        var less =
                                new Finding.LessThanRecorded(
                                        files, record.files(), bytes, record.bytes());
                        return Optional.of(
                                new Held(
                                        bucket,
                                        new Testimony(
                                                bucket.witness(),
                                                OutputState.PARTIAL,
                                                less,
                                                bucket.at())));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
