package org.outturn.aws;

import java.util.Arrays;
import java.util.List;

/** What this package says it has tried, for tests of the words that stand for it. */
public final class TriedActions {
    private TriedActions() {}

    /** The names that its failures carry as {@code Attempt.action}. */
    public static List<String> all() {
        return Arrays.stream(Operation.values()).map(Operation::action).toList();
    }
}
