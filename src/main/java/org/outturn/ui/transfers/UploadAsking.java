package org.outturn.ui.transfers;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.outturn.pipeline.UploadDefaults;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.ui.common.Notifier;
import org.outturn.ui.common.TaskRunner;
import org.outturn.upload.OverwritePolicy;
import org.outturn.upload.PlanListener;
import org.outturn.upload.UploadOptions;
import org.outturn.upload.UploadPlan;
import org.outturn.upload.UploadPlanner;

/** One upload while it is planned: what is dropped where, and how it is to be stored. */
final class UploadAsking implements PlanQuestions.Asking {
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final UploadMemory memory;
    private final Layouts layouts;
    private final ObjectStore store;
    private final String connection;
    private final List<Path> files;
    private Prefix target;
    private @Nullable Cancellation running;

    UploadAsking(
            TaskRunner tasks,
            Notifier notifier,
            UploadMemory memory,
            Layouts layouts,
            ObjectStore store,
            String connection,
            List<Path> files,
            Prefix target) {
        this.tasks = tasks;
        this.notifier = notifier;
        this.memory = memory;
        this.layouts = layouts;
        this.store = store;
        this.connection = connection;
        this.files = List.copyOf(files);
        this.target = target;
    }

    /** As it was kept for the connection, with the limits of whoever works at the target. */
    UploadOptions first() {
        UploadOptions kept = memory.options(connection);
        return layouts.uploadDefaults(target.value()).map(p -> within(p, kept)).orElse(kept);
    }

    private static UploadOptions within(UploadDefaults producer, UploadOptions kept) {
        long partsFrom = producer.multipartBytes().orElse(kept.store().partsFrom());
        return kept.withMostBytes(producer.mostBytes().orElse(kept.mostBytes()))
                .withStore(kept.store().withPartsFrom(partsFrom));
    }

    UploadPlan plan(
            UploadOptions options,
            OverwritePolicy policy,
            Cancellation cancellation,
            PlanListener listener) {
        return new UploadPlanner(store)
                .plan(files, target, policy, options, cancellation, listener);
    }

    @Override
    public void again(UploadOptions options, OverwritePolicy policy, Consumer<UploadPlan> done) {
        again(options, policy, done, () -> {});
    }

    @Override
    public void at(
            Prefix place,
            UploadOptions options,
            OverwritePolicy policy,
            Consumer<UploadPlan> done,
            Runnable failed) {
        Prefix before = target;
        target = place;
        again(
                options,
                policy,
                done,
                () -> {
                    target = before;
                    failed.run();
                });
    }

    private void again(
            UploadOptions options,
            OverwritePolicy policy,
            Consumer<UploadPlan> done,
            Runnable failed) {
        if (running != null) {
            running.cancel();
        }
        running =
                tasks.run(
                        "plan upload",
                        cancellation -> plan(options, policy, cancellation, PlanListener.NONE),
                        done,
                        failure -> {
                            notifier.failure(failure);
                            failed.run();
                        });
    }

    @Override
    public void keep(UploadOptions options) {
        memory.keep(connection, options);
    }
}
