package org.outturn.transfer;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Moves many transfers that do not run to another state: writes it down first, without the lock,
 * and then does it to those that have not moved meanwhile. Those that have are thought over again,
 * so that what was written last is always what is shown.
 */
final class Moves {
    private final Guard guard;
    private final TransferTable table;
    private final Ledger ledger;

    Moves(Guard guard, TransferTable table, Ledger ledger) {
        this.guard = guard;
        this.table = table;
        this.ledger = ledger;
    }

    /**
     * @param ticket changes with every move
     */
    private record Seen(Transfer transfer, int ticket, Ending to) {
        boolean holds() {
            return transfer.ticket() == ticket && transfer.state() != TransferState.RUNNING;
        }
    }

    /**
     * Waits for a disk: never call it with the guard held.
     *
     * @param which asked with the guard held; no longer true of a transfer that was moved
     * @param to what becomes of it
     * @param move does it, with the guard held
     */
    void make(Predicate<Transfer> which, Function<Transfer, Ending> to, Consumer<Transfer> move) {
        List<Seen> seen = look(which, to);
        while (!seen.isEmpty()) {
            ledger.mark(seen.stream().map(s -> s.to().step(s.transfer())).toList());
            List<Seen> written = seen;
            guard.change(() ->
                    written.stream().filter(Seen::holds).forEach(s -> move.accept(s.transfer())));
            seen = look(which, to);
        }
    }

    private List<Seen> look(Predicate<Transfer> which, Function<Transfer, Ending> to) {
        return guard.read(_ ->
                table.where(t -> t.state() != TransferState.RUNNING && which.test(t)).stream()
                        .map(t -> new Seen(t, t.ticket(), to.apply(t)))
                        .toList());
    }
}
