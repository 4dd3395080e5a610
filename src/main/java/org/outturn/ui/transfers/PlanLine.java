package org.outturn.ui.transfers;

import java.util.List;

/**
 * One line of a plan on a sheet.
 *
 * @param kind what becomes of it, for the colour: CREATE, REPLACE, SKIP, REFUSE, FOLDER or ASK
 * @param choices what else could become of it; empty when nothing can be done about it
 */
record PlanLine(
        String name,
        String size,
        String kind,
        String action,
        String reason,
        List<LineChoice> choices) {

    PlanLine named(String other) {
        return new PlanLine(other, size, kind, action, reason, choices);
    }

    /**
     * Something that the operator can want with one line.
     *
     * @param text for instance {@code Replace}
     * @param choose changes the plan
     */
    record LineChoice(String text, Runnable choose) {}
}
