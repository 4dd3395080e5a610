package org.outturn.ui.transfers;

import java.util.function.Consumer;
import org.outturn.download.DownloadPlan;
import org.outturn.jobs.JobFolder;
import org.outturn.jobs.JobUploadChoices;
import org.outturn.rearrange.RearrangePlan;
import org.outturn.storage.Prefix;
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
                public void ask(
                        JobFolder job, UploadPlan plan, Asking asking, JobAgreement agreed) {
                    agreed.to(JobUploadChoices.DEFAULTS.applied(plan, job), false);
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

    /** Asks which parts of a job's folder go, and how. */
    void ask(JobFolder job, UploadPlan plan, Asking asking, JobAgreement agreed);

    void ask(DownloadPlan plan, Consumer<DownloadPlan> agreed);

    void ask(RearrangePlan plan, Consumer<RearrangePlan> agreed);

    /** Told what the operator has agreed to. */
    interface JobAgreement {
        /**
         * @param recorded whether the record of the upload is stored beside the files
         */
        void to(UploadPlan plan, boolean recorded);
    }

    /** What can be asked for while an upload is asked about. */
    public interface Asking {
        /** Has the plan made anew, with other options; one that is being made is given up. */
        void again(UploadOptions options, OverwritePolicy policy, Consumer<UploadPlan> done);

        /**
         * Has the plan made anew for another place.
         *
         * @param failed called when that place cannot be used; the place before counts again
         */
        void at(
                Prefix place,
                UploadOptions options,
                OverwritePolicy policy,
                Consumer<UploadPlan> done,
                Runnable failed);

        /** Has the next uploads to this connection stored in the same way. */
        void keep(UploadOptions options);
    }
}
