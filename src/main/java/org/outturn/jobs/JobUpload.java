package org.outturn.jobs;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.Prefix;
import org.outturn.upload.Keys;
import org.outturn.upload.PlannedFile;
import org.outturn.upload.UploadPlan;
import org.outturn.upload.UploadReason;

/**
 * The upload of a job's folder, as it is remembered until it has ended.
 *
 * @param jobId in lower case
 * @param place where the job's files go; ends in the folder's name and a slash
 * @param files how many files are to be stored
 * @param bytes how many bytes these have on this computer
 * @param thereFiles how many files are in the bucket already, as far as could be told
 * @param thereBytes how many bytes those have
 * @param recorded whether the record is stored beside them
 */
public record JobUpload(
        String jobId,
        Prefix place,
        int files,
        long bytes,
        int thereFiles,
        long thereBytes,
        boolean recorded) {
    /** What the record is called beside the files. */
    public static final String RECORD_NAME = "upload_record.json";

    private static final Set<UploadReason> THERE =
            EnumSet.of(UploadReason.SAME_CONTENT, UploadReason.SAME_TIME, UploadReason.SAME_SIZE);

    /** Of a plan that the operator has agreed to. */
    public static JobUpload of(JobFolder folder, UploadPlan plan, boolean recorded) {
        Prefix target = plan.target();
        List<PlannedFile> there =
                plan.files().stream().filter(file -> THERE.contains(file.reason())).toList();
        return new JobUpload(
                folder.jobId(),
                new Prefix(target.bucket(), Keys.base(target) + folder.name() + "/"),
                plan.filesToStore(),
                plan.bytesToStore(),
                there.size(),
                there.stream().mapToLong(PlannedFile::size).sum(),
                recorded);
    }

    /** Whether a file with this reason in a plan is in the bucket already. */
    static boolean isThere(String reasonKey) {
        return THERE.stream().anyMatch(reason -> reason.messageKey().equals(reasonKey));
    }

    /** Where the record goes. */
    public ObjectAddress recordAddress() {
        return new ObjectAddress(place.bucket(), place.value() + RECORD_NAME);
    }
}
