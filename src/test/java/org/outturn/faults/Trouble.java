package org.outturn.faults;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A row of the matrix: something that goes wrong.
 *
 * @param name as the table has it
 * @param once how it goes wrong a single time
 * @param lasting how it goes wrong until it is mended
 * @param loads what it can go wrong with
 * @param region the region that the connection is told; empty for the server's own
 */
record Trouble(String name, Aim once, Aim lasting, Set<Load> loads, Optional<String> region) {

    /** Decides which requests of a load are hit. */
    @FunctionalInterface
    interface Aim {
        void at(FaultScript script, Load load);
    }

    static Trouble of(String name, Fault fault) {
        return of(name, fault, fault);
    }

    static Trouble of(String name, Fault once, Fault lasting) {
        return new Trouble(
                name,
                (script, load) -> load.once(script, once),
                (script, load) -> load.from(script, lasting),
                EnumSet.allOf(Load.class),
                Optional.empty());
    }

    Trouble only(Set<Load> some) {
        return new Trouble(name, once, lasting, some, region);
    }

    Trouble once(Aim aim) {
        return new Trouble(name, aim, lasting, loads, region);
    }

    Trouble connectedTo(String otherRegion) {
        return new Trouble(name, once, lasting, loads, Optional.of(otherRegion));
    }
}
