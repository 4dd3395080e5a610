package org.outturn.ui.transfers;

import java.util.function.Consumer;
import org.outturn.download.DownloadPlan;
import org.outturn.rearrange.RearrangePlan;
import org.outturn.upload.OverwritePolicy;
import org.outturn.upload.UploadOptions;
import org.outturn.upload.UploadPlan;

/** Asks the operator about a plan in which something is in the way. */
public interface PlanQuestions {
    /** Asks nothing. */
    PlanQuestions AGREE =
            new PlanQuestions() {
                @Override
                public void ask(UploadPlan plan, Asking asking, Consumer<UploadPlan> agreed) {
                    agreed.accept(plan);
                }

                @Override
                public void ask(DownloadPlan plan, Consumer<DownloadPlan> agreed) {
                    agreed.accept(plan);
                }

                @Override
                public void ask(RearrangePlan plan, Consumer<RearrangePlan> agreed) {
                    agreed.accept(plan);
                }
            };

    void ask(UploadPlan plan, Asking asking, Consumer<UploadPlan> agreed);

    void ask(DownloadPlan plan, Consumer<DownloadPlan> agreed);

    void ask(RearrangePlan plan, Consumer<RearrangePlan> agreed);

    /** What can be asked for while an upload is asked about. */
    public interface Asking {
        /** Has the plan made anew, with other options; one that is being made is given up. */
        void again(UploadOptions options, OverwritePolicy policy, Consumer<UploadPlan> done);

        /** Has the next uploads to this connection stored in the same way. */
        void keep(UploadOptions options);
    }
}
