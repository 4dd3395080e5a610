package org.outturn.faults;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.outturn.storage.RelayedRequest;

/** Which requests something goes wrong with. Safe for use by many threads. */
final class FaultScript {
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final AtomicInteger strikes = new AtomicInteger();

    /**
     * Strikes one request.
     *
     * @param nth which one of those like this, from 1 on, counted from now
     */
    void once(Fault fault, int nth, Predicate<RelayedRequest> which) {
        rules.add(new Rule(fault, which, nth, false));
    }

    /** Strikes one request, and from then on every one that the fault suits. */
    void from(Fault fault, int nth, Predicate<RelayedRequest> which) {
        rules.add(new Rule(fault, which, nth, true));
    }

    /** Nothing goes wrong any more. */
    void clear() {
        rules.clear();
    }

    /** How often something has gone wrong. */
    int strikes() {
        return strikes.get();
    }

    /** What goes wrong with a request that has just come. */
    Optional<Fault> next(RelayedRequest request) {
        // every rule counts it, even if another one strikes
        List<Fault> due =
                rules.stream().filter(rule -> rule.isDue(request)).map(Rule::fault).toList();
        if (!due.isEmpty()) {
            strikes.incrementAndGet();
        }
        return due.stream().findFirst();
    }

    private static final class Rule {
        private final Fault fault;
        private final Predicate<RelayedRequest> which;
        private final int nth;
        private final boolean lasts;
        private int seen;

        Rule(Fault fault, Predicate<RelayedRequest> which, int nth, boolean lasts) {
            this.fault = fault;
            this.which = which;
            this.nth = nth;
            this.lasts = lasts;
        }

        Fault fault() {
            return fault;
        }

        synchronized boolean isDue(RelayedRequest request) {
            boolean counted = which.test(request);
            if (counted) {
                seen++;
            }
            return (lasts ? seen >= nth : counted && seen == nth) && fault.suits(request);
        }
    }
}
