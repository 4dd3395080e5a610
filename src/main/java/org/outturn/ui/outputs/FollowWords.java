package org.outturn.ui.outputs;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.outturn.catalog.OutputRow;
import org.outturn.failure.Failure;
import org.outturn.follow.FollowAlert;
import org.outturn.follow.FollowState;
import org.outturn.pipeline.OutputKind;
import org.outturn.ui.common.FailureText;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/** What following has found, in words. */
public final class FollowWords {
    /** More names than these are counted. */
    private static final int MOST_NAMES = 3;

    private final Function<OutputRow, String> names;
    private final Messages messages;
    private final Formats formats;

    public FollowWords(Function<OutputRow, String> names, Messages messages, Formats formats) {
        this.names = names;
        this.messages = messages;
        this.formats = formats;
    }

    /**
     * When it looked and when it looks next, or why it could not.
     *
     * @param place what alone is followed; empty for the whole bucket
     */
    String state(FollowState state, String place) {
        String text = state(state);
        return place.isEmpty() || state.failure().isPresent()
                ? text
                : messages.text("follow.state.place", place, text);
    }

    private String state(FollowState state) {
        String next = state.nextLook().map(formats::clock).orElse("");
        if (state.failure().isPresent()) {
            String why = FailureText.of(state.failure().get(), messages).why();
            return next.isEmpty()
                    ? messages.text("follow.state.again", why)
                    : messages.text("follow.state.failed", next, why);
        }
        String last = state.lastLook().map(formats::clock).orElse("");
        if (last.isEmpty()) {
            return messages.text("follow.state.first");
        }
        // a look takes so short that a word for it would only flicker
        return next.isEmpty()
                ? messages.text("follow.state.looking", last)
                : messages.text("follow.state.next", last, next);
    }

    /** What failed, why and what to do; empty if nothing did. */
    String trouble(FollowState state) {
        return state.failure().map(this::trouble).orElse("");
    }

    private String trouble(Failure failure) {
        FailureText text = FailureText.of(failure, messages);
        return text.headline() + "\n" + text.body();
    }

    /** One line for each rule. */
    public String alerts(List<FollowAlert> alerts) {
        return alerts.stream().map(this::alert).collect(Collectors.joining("\n"));
    }

    private String alert(FollowAlert alert) {
        return switch (alert) {
            case FollowAlert.Fresh(List<OutputRow> outputs) -> {
                boolean jobs = outputs.stream().allMatch(row -> row.kind() == OutputKind.JOBS);
                yield messages.text(
                        jobs ? "follow.alert.newJobs" : "follow.alert.new",
                        outputs.size(),
                        names(outputs));
            }
            case FollowAlert.Completed(List<OutputRow> outputs) ->
                    messages.text("follow.alert.complete", names(outputs));
            case FollowAlert.StillPartial(List<OutputRow> outputs, int minutes) ->
                    messages.text("follow.alert.partial", minutes, names(outputs));
            case FollowAlert.Failing(int failed, int ended) ->
                    messages.text("follow.alert.failures", failed, ended);
        };
    }

    private String names(List<OutputRow> outputs) {
        String first =
                outputs.stream().limit(MOST_NAMES).map(names).collect(Collectors.joining(", "));
        int more = outputs.size() - MOST_NAMES;
        return more > 0 ? messages.text("follow.names.more", first, more) : first;
    }
}
