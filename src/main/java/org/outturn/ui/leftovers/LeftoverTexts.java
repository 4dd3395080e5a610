package org.outturn.ui.leftovers;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.outturn.orphans.Orphan;
import org.outturn.orphans.OrphanDoubt;
import org.outturn.orphans.OrphanGroup;
import org.outturn.orphans.OrphanKind;
import org.outturn.orphans.OrphanReason;
import org.outturn.orphans.OrphanSearch;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/** What was left behind, in words. */
final class LeftoverTexts {
    private final Messages messages;
    private final Formats formats;
    private final Clock clock;

    LeftoverTexts(Messages messages, Formats formats, Clock clock) {
        this.messages = messages;
        this.formats = formats;
        this.clock = clock;
    }

    String name(LeftoverLine line, LeftoverChoice choice) {
        return switch (line) {
            case LeftoverLine.OfGroup _ -> messages.text(choice.group(line).kind().messageKey());
            case LeftoverLine.OfOrphan of -> choice.orphan(of).key();
        };
    }

    String count(OrphanGroup group) {
        return formats.number(group.orphans().size());
    }

    String why(LeftoverLine line, LeftoverChoice choice) {
        return switch (line) {
            case LeftoverLine.OfGroup _ ->
                    messages.text(choice.group(line).kind().messageKey() + ".why");
            case LeftoverLine.OfOrphan of -> why(choice.orphan(of).reason());
        };
    }

    private String why(OrphanReason reason) {
        return switch (reason) {
            case OrphanReason.RequestFinished(var at) ->
                    messages.text("leftover.why.finished", brief(at));
            case OrphanReason.NothingCame _ -> messages.text("leftover.why.nothing");
            case OrphanReason.RequestFailed(var at) ->
                    messages.text("leftover.why.failed", brief(at));
            case OrphanReason.NewerSet(var kept) -> messages.text("leftover.why.newer", kept);
            case OrphanReason.UnfinishedSet(var kept) ->
                    messages.text("leftover.why.unfinished", kept);
            case OrphanReason.JobFinished(_, var at) ->
                    messages.text("leftover.why.job", brief(at));
            case OrphanReason.NeverEnded _ -> messages.text("leftover.why.neverEnded");
            case OrphanReason.NoUpload(_, int asked) ->
                    messages.text("leftover.why.noUpload", asked);
        };
    }

    private String brief(java.time.Instant at) {
        return formats.brief(at, clock.instant());
    }

    String size(LeftoverLine line, LeftoverChoice choice) {
        return switch (line) {
            case LeftoverLine.OfGroup _ -> {
                OrphanGroup group = choice.group(line);
                yield group.kind() == OrphanKind.BROKEN_UPLOAD
                        ? messages.text("leftover.size.unknown")
                        : formats.size(group.bytes());
            }
            case LeftoverLine.OfOrphan of -> {
                Orphan orphan = choice.orphan(of);
                yield orphan.size().isPresent()
                        ? formats.size(orphan.size().getAsLong())
                        : messages.text("leftover.size.unknown");
            }
        };
    }

    String since(LeftoverLine line, LeftoverChoice choice) {
        return switch (line) {
            case LeftoverLine.OfGroup _ -> brief(choice.group(line).oldest());
            case LeftoverLine.OfOrphan of -> brief(choice.orphan(of).since());
        };
    }

    String progress(OrphanSearch.Progress progress) {
        return progress.asked() == 0
                ? messages.text("leftover.looking", progress.objects())
                : messages.text("leftover.looking.asked", progress.objects(), progress.asked());
    }

    String action(LeftoverChoice.Sum sum) {
        String size = formats.size(sum.bytes());
        if (sum.uploads() == 0) {
            return sum.objects() == 0
                    ? messages.text("leftover.action.none")
                    : messages.text("leftover.action.delete", sum.objects(), size);
        }
        return sum.objects() == 0
                ? messages.text("leftover.action.free", sum.uploads())
                : messages.text("leftover.action.both", sum.objects(), size, sum.uploads());
    }

    String total(List<OrphanGroup> groups, LeftoverChoice.Sum chosen) {
        int all = groups.stream().mapToInt(group -> group.orphans().size()).sum();
        long bytes = groups.stream().mapToLong(OrphanGroup::bytes).sum();
        int checked = chosen.objects() + chosen.uploads();
        return messages.text("leftover.total", checked, all, formats.size(bytes));
    }

    /** What could not be found out; empty if nothing was left open. */
    String doubts(List<OrphanDoubt> doubts) {
        var lines = new ArrayList<String>();
        doubts.forEach(doubt -> lines.add(doubt(doubt)));
        return String.join("\n", lines);
    }

    private String doubt(OrphanDoubt doubt) {
        return switch (doubt) {
            case OrphanDoubt.UploadsNotTold() -> messages.text("leftover.doubt.uploads");
            case OrphanDoubt.NotAllListed(long objects) ->
                    messages.text("leftover.doubt.part", objects);
            case OrphanDoubt.OnlyPart(String prefix) ->
                    messages.text("leftover.doubt.prefix", prefix);
            case OrphanDoubt.MetadataDenied(int exports) ->
                    messages.text("leftover.doubt.denied", exports);
            case OrphanDoubt.MetadataNotAllRead(int exports, int asked) ->
                    messages.text("leftover.doubt.asked", exports, asked);
            case OrphanDoubt.MayBeOfNameless(int exports) ->
                    messages.text("leftover.doubt.nameless", exports);
            case OrphanDoubt.ResultsNotRead(int requests) ->
                    messages.text("leftover.doubt.results", requests);
        };
    }
}
