package org.outturn.faults;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.outturn.failure.Failure;

/**
 * How a load has ended, before anybody did anything about it.
 *
 * @param failures the kinds of what failed; none if it completed
 */
record Outcome(SortedSet<String> failures) {
    Outcome {
        failures = Collections.unmodifiableSortedSet(new TreeSet<>(failures));
    }

    static Outcome of(Collection<Failure> failures) {
        SortedSet<String> kinds = new TreeSet<>();
        failures.forEach(f -> kinds.add(f.getClass().getSimpleName()));
        return new Outcome(kinds);
    }

    /** What failed in either. */
    Outcome and(Outcome later) {
        SortedSet<String> both = new TreeSet<>(failures);
        both.addAll(later.failures);
        return new Outcome(both);
    }

    /** As a cell of the table. */
    String cell() {
        return failures.isEmpty() ? "completes" : "`" + String.join("`, `", failures) + "`";
    }
}
