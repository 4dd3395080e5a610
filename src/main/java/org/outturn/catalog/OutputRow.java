package org.outturn.catalog;

import java.time.Instant;
import java.util.Optional;
import org.outturn.pipeline.OutputKind;
import org.outturn.pipeline.layout.OutputForm;
import org.outturn.pipeline.status.Testimony;

/**
 * One output: a job, a document, a result. Immutable.
 *
 * @param identity what tells it from all others of the bucket, the same in every listing
 * @param place where outputs like it lie, for instance {@code monkeyocr/parsed/}
 * @param name as the key says it; never empty
 * @param user empty if the key does not say
 * @param job empty if the key does not say
 * @param folder the prefix that its files lie below, where there is one
 * @param firstKey one of its keys: the first that was listed
 * @param files how many objects it has, placeholders not counted
 * @param bytes the sum of their sizes
 * @param newest when its newest object was stored; {@link Instant#MIN} if there is none yet
 * @param bucket what the bucket says of it
 */
public record OutputRow(
        String identity,
        OutputForm form,
        String place,
        String name,
        ProducedAt produced,
        String user,
        String job,
        Optional<String> folder,
        String firstKey,
        int files,
        long bytes,
        Instant newest,
        Testimony bucket) {

    public OutputKind kind() {
        return form.kind();
    }
}
