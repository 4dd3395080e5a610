package org.outturn.transfer;

import java.util.List;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ObjectTags;
import org.outturn.storage.ProgressListener;
import org.outturn.tagging.TagComplaint;
import org.outturn.tagging.TagEdit;
import org.outturn.tagging.TagProblem;

/**
 * Changes the tags of one object, of its current version where there are several. S3 can only
 * replace all tags (PutObjectTagging), so they are read first; what somebody else changes in
 * between is lost, because that request knows no condition. Doing it again changes nothing.
 */
record TagTask(ObjectAddress address, TagEdit edit) implements TransferTask {

    @Override
    public void run(
            ObjectStore store,
            ProgressListener progress,
            Cancellation cancellation,
            Traces traces) {
        change(store, cancellation);
    }

    /**
     * @return the object's tags afterwards
     * @throws FailureException with {@link Failure.TooManyTags} or {@link Failure.Invalid} if they
     *     cannot be
     */
    ObjectTags change(ObjectStore store, Cancellation cancellation) {
        cancellation.check();
        ObjectTags before = store.tags(address);
        ObjectTags after = edit.apply(before);
        if (after.equals(before)) {
            return before;
        }
        check(edit.complaints(before));
        cancellation.check();
        store.setTags(address, after);
        return after;
    }

    private void check(List<TagComplaint> complaints) {
        if (complaints.isEmpty()) {
            return;
        }
        TagComplaint worst = complaints.getLast();
        var attempt = new Attempt("PutObjectTagging", address.s3Uri());
        var technical = Technical.of("tags: " + worst.problem() + " " + worst.subject());
        throw new FailureException(
                worst.problem() == TagProblem.TOO_MANY
                        ? new Failure.TooManyTags(worst.subject(), attempt, technical)
                        : new Failure.Invalid(attempt, technical));
    }
}
