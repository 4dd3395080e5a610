package org.outturn.connection.dotenv;

/** How much may come of putting values into values: doubling is quick to reach any size. */
final class ExpansionBudget {
    /** The longest value, in characters. No key, certificate or address is nearly as long. */
    static final int LONGEST_VALUE = 64 * 1024;

    /** All values of a file together, in characters. */
    static final int ALL_VALUES = 1024 * 1024;

    private int left = ALL_VALUES;

    /** Takes some characters, if they are still there to be taken. */
    boolean take(int characters) {
        left -= characters;
        return left >= 0;
    }
}
