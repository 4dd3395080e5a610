package org.outturn.pipeline.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.outturn.pipeline.layout.Expectation;
import org.outturn.pipeline.layout.OutputForm;

/** What the bucket says: what is there, held against what the layout expects. */
public final class BucketVerdict {
    /** An upload in parts that has not ended by then has broken off. */
    public static final Duration LONGEST_UPLOAD = Duration.ofHours(24);

    /** So many missing files are named; the others are counted. */
    public static final int MOST_NAMED = 50;

    private final OutputForm form;
    private final BucketFacts facts;
    private final Instant now;
    private final List<MissingFile> named = new ArrayList<>();
    private int missing;

    private BucketVerdict(OutputForm form, BucketFacts facts, Instant now) {
        this.form = form;
        this.facts = facts;
        this.now = now;
    }

    /**
     * @param now when the bucket was listed
     */
    public static Testimony of(OutputForm form, BucketFacts facts, Instant now) {
        return new BucketVerdict(form, facts, now).testimony();
    }

    private Testimony testimony() {
        if (facts.openUploads() > 0) {
            boolean recent = facts.openSince().plus(LONGEST_UPLOAD).isAfter(now);
            return recent
                    ? says(
                            OutputState.UPLOADING,
                            new Finding.BeingUploaded(facts.openUploads(), facts.openSince()))
                    : says(
                            OutputState.PARTIAL,
                            new Finding.BrokenOff(facts.openUploads(), facts.openSince()));
        }
        if (facts.files() == 0) {
            return says(OutputState.FAILED, new Finding.NothingThere());
        }
        if (facts.empty() == facts.files()) {
            return says(OutputState.FAILED, new Finding.AllEmpty(facts.files()));
        }
        if (form.waitsFor() != 0 && (facts.roles() & form.waitsFor()) == 0) {
            boolean patient =
                    form.patience().isEmpty()
                            || facts.newest().plus(form.patience().get()).isAfter(now);
            return patient
                    ? says(OutputState.WAITING, new Finding.NotYet(facts.newest()))
                    : says(OutputState.UNKNOWN, new Finding.NothingCame(facts.newest()));
        }
        form.expects().forEach(this::check);
        if (missing > 0 || facts.empty() > 0) {
            int present = facts.files() - facts.empty();
            return says(
                    OutputState.PARTIAL,
                    new Finding.Missing(present, facts.files() + missing, named, facts.empty()));
        }
        return says(OutputState.COMPLETE, new Finding.AllThere(facts.files(), facts.bytes()));
    }

    private void check(Expectation expectation) {
        switch (expectation) {
            case Expectation.All(long when, long roles) -> {
                if (when == 0 || (facts.roles() & when) != 0) {
                    miss(roles & ~facts.roles(), "");
                }
            }
            case Expectation.Any(long roles) -> {
                if ((facts.roles() & roles) == 0) {
                    miss(Long.lowestOneBit(roles), "");
                }
            }
            case Expectation.Each(int of, long roles) ->
                    facts.byValue().entrySet().stream()
                            .filter(entry -> (entry.getValue() & 1L << of) != 0)
                            .sorted(Map.Entry.comparingByKey())
                            .forEach(entry -> miss(roles & ~entry.getValue(), entry.getKey()));
            case Expectation.OneSet(long roles) ->
                    miss(
                            facts.byValue().values().stream()
                                    .map(there -> roles & ~there)
                                    .min((a, b) ->
                                            Integer.compare(Long.bitCount(a), Long.bitCount(b)))
                                    .orElse(roles),
                            "");
        }
    }

    private void miss(long roles, String of) {
        for (int role = 0; role < form.roles().size(); role++) {
            if ((roles & 1L << role) != 0) {
                missing++;
                if (named.size() < MOST_NAMED) {
                    named.add(new MissingFile(form.roles().get(role).name(), of));
                }
            }
        }
    }

    private Testimony says(OutputState state, Finding finding) {
        return new Testimony(Witness.BUCKET, state, finding, now);
    }
}
