package org.outturn.ui.leftovers;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.outturn.orphans.Orphan;
import org.outturn.orphans.OrphanGroup;
import org.outturn.orphans.OrphanReport;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.UnfinishedUpload;

/** Which lines of a report are checked, and which groups are open. For one thread. */
final class LeftoverChoice {
    private final OrphanReport report;
    private final List<BitSet> checked = new ArrayList<>();
    private final BitSet open = new BitSet();

    /** Whether a line, or all that is below it, is checked. */
    enum Check {
        NONE,
        SOME,
        ALL
    }

    /**
     * How much is checked.
     *
     * @param bytes the sum of the objects' sizes
     * @param uploads in parts, whose size nobody knows
     */
    record Sum(int objects, long bytes, int uploads) {
        boolean isNothing() {
            return objects == 0 && uploads == 0;
        }
    }

    /** At first all is checked that needs no judgement. */
    LeftoverChoice(OrphanReport report) {
        this.report = report;
        for (OrphanGroup group : report.groups()) {
            var bits = new BitSet(group.orphans().size());
            for (int i = 0; i < group.orphans().size(); i++) {
                bits.set(i, group.orphans().get(i).reason().isSure());
            }
            checked.add(bits);
        }
    }

    OrphanGroup group(LeftoverLine line) {
        return report.groups().get(line.group());
    }

    Orphan orphan(LeftoverLine.OfOrphan line) {
        return group(line).orphans().get(line.number());
    }

    boolean isOpen(LeftoverLine line) {
        return open.get(line.group());
    }

    void open(LeftoverLine line, boolean opened) {
        open.set(line.group(), opened);
    }

    Check check(LeftoverLine line) {
        BitSet bits = checked.get(line.group());
        return switch (line) {
            case LeftoverLine.OfOrphan(_, int number) -> bits.get(number) ? Check.ALL : Check.NONE;
            case LeftoverLine.OfGroup _ ->
                    bits.isEmpty()
                            ? Check.NONE
                            : bits.cardinality() == group(line).orphans().size()
                                    ? Check.ALL
                                    : Check.SOME;
        };
    }

    /** Checks a line and what is below it, or takes the check away if all is checked. */
    void toggle(LeftoverLine line) {
        boolean on = check(line) != Check.ALL;
        BitSet bits = checked.get(line.group());
        switch (line) {
            case LeftoverLine.OfOrphan(_, int number) -> bits.set(number, on);
            case LeftoverLine.OfGroup _ -> bits.set(0, group(line).orphans().size(), on);
        }
    }

    /** The lines that are to be shown. */
    List<LeftoverLine> lines() {
        var lines = new ArrayList<LeftoverLine>();
        for (int group = 0; group < report.groups().size(); group++) {
            lines.add(new LeftoverLine.OfGroup(group));
            int below = open.get(group) ? report.groups().get(group).orphans().size() : 0;
            for (int i = 0; i < below; i++) {
                lines.add(new LeftoverLine.OfOrphan(group, i));
            }
        }
        return lines;
    }

    List<ObjectEntry> objects() {
        return chosen().stream()
                .filter(Orphan.Stored.class::isInstance)
                .map(orphan -> ((Orphan.Stored) orphan).object())
                .toList();
    }

    List<UnfinishedUpload> uploads() {
        return chosen().stream()
                .filter(Orphan.Parts.class::isInstance)
                .map(orphan -> ((Orphan.Parts) orphan).upload())
                .toList();
    }

    private List<Orphan> chosen() {
        var chosen = new ArrayList<Orphan>();
        for (int group = 0; group < checked.size(); group++) {
            List<Orphan> all = report.groups().get(group).orphans();
            checked.get(group).stream().mapToObj(all::get).forEach(chosen::add);
        }
        return chosen;
    }

    Sum sum() {
        int objects = 0;
        int uploads = 0;
        long bytes = 0;
        for (Orphan orphan : chosen()) {
            if (orphan instanceof Orphan.Stored) {
                objects++;
                bytes += orphan.size().orElse(0);
            } else {
                uploads++;
            }
        }
        return new Sum(objects, bytes, uploads);
    }
}
