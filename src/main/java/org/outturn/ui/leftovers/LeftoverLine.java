package org.outturn.ui.leftovers;

/** A line of the sheet, by numbers in the report. */
sealed interface LeftoverLine {

    /** A group, with its lines below it if it is open. */
    record OfGroup(int group) implements LeftoverLine {}

    /** One thing that was left behind. */
    record OfOrphan(int group, int number) implements LeftoverLine {}

    int group();
}
