package org.outturn.lifecycle;

import java.util.List;

/**
 * For how much of a bucket its rules hold.
 *
 * @param rules in the server's order
 * @param everything all that was looked at
 * @param neverExpiring what no enabled rule will ever make vanish
 * @param perhapsExpiring what only vanishes if it has tags that are not known
 */
public record Coverage(
        List<RuleCoverage.Covered> rules,
        RuleCoverage.Amount everything,
        RuleCoverage.Amount neverExpiring,
        RuleCoverage.Amount perhapsExpiring) {
    public Coverage {
        rules = List.copyOf(rules);
    }
}
