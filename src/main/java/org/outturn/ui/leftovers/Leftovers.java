package org.outturn.ui.leftovers;

import java.time.Clock;
import java.util.function.Consumer;
import org.outturn.failure.Failure;
import org.outturn.rearrange.RearrangePlan;
import org.outturn.storage.Prefix;
import org.outturn.ui.common.Dialogs;
import org.outturn.ui.common.FailureText;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.Notifier;

/** Shows what was left behind in a bucket, and does away with what the operator chose. */
public final class Leftovers {
    private final LeftoversViewModel model;
    private final Dialogs dialogs;
    private final Notifier notifier;
    private final Messages messages;
    private final LeftoverTexts texts;

    public Leftovers(
            LeftoversViewModel model,
            Dialogs dialogs,
            Notifier notifier,
            Messages messages,
            Formats formats,
            Clock clock) {
        this.model = model;
        this.dialogs = dialogs;
        this.notifier = notifier;
        this.messages = messages;
        this.texts = new LeftoverTexts(messages, formats, clock);
    }

    /**
     * Opens the sheet. To be called on the JavaFX thread.
     *
     * @param agreed gets what is to be deleted
     * @param changed told when uploads were freed
     */
    public void open(
            LeftoversViewModel.Subject subject, Consumer<RearrangePlan> agreed, Runnable changed) {
        var outcome = new Outcome(agreed, changed);
        dialogs.show(close -> {
            model.look(subject);
            return new LeftoversSheet(
                    model,
                    texts,
                    messages,
                    place(subject.part()),
                    close,
                    () -> delete(outcome, close));
        });
    }

    private static String place(Prefix part) {
        return part.isRoot() ? part.bucket() : part.bucket() + "/" + part.value();
    }

    private void delete(Outcome outcome, Runnable close) {
        model.delete(outcome);
        if (!(model.stageProperty().get() instanceof LeftoversViewModel.Stage.Freeing)) {
            close.run();
        }
    }

    private final class Outcome implements LeftoversViewModel.Outcome {
        private final Consumer<RearrangePlan> agreed;
        private final Runnable changed;

        Outcome(Consumer<RearrangePlan> agreed, Runnable changed) {
            this.agreed = agreed;
            this.changed = changed;
        }

        @Override
        public void delete(RearrangePlan plan) {
            agreed.accept(plan);
        }

        @Override
        public void freed(UploadFreeing work) {
            if (work.freed() == work.all()) {
                notifier.success(messages.text("leftover.freed", work.freed()));
            } else {
                String why =
                        work.failure()
                                .map(failure -> FailureText.of(failure, messages).body())
                                .orElse(messages.text("leftover.stopped"));
                notifier.warning(
                        messages.text("leftover.freed.partly", work.freed(), work.all(), why));
            }
            changed.run();
        }

        @Override
        public void failed(Failure failure) {
            notifier.failure(failure);
        }
    }
}
