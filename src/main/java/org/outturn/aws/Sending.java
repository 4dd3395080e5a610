package org.outturn.aws;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.outturn.storage.PartialUpload;
import org.outturn.storage.UploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.transfer.s3.S3TransferManager;
import software.amazon.awssdk.transfer.s3.model.FileUpload;
import software.amazon.awssdk.transfer.s3.model.ResumableFileUpload;
import software.amazon.awssdk.transfer.s3.model.UploadFileRequest;

/**
 * One upload as it is handed to the transfer manager.
 *
 * @param begun what it goes on with; empty to begin at the beginning
 * @param way how the server is asked
 */
record Sending(
        UploadRequest request,
        LocalSource source,
        FileDigests digests,
        Optional<BegunUpload> begun,
        Abilities.Way way) {

    /** How many bytes the server has already. */
    long bytesSent() {
        return begun.map(b -> b.sent().bytes()).orElse(0L);
    }

    FileUpload start(S3TransferManager manager, PutObjectRequest put) {
        UploadFileRequest whole =
                UploadFileRequest.builder().source(source.file()).putObjectRequest(put).build();
        return begun.map(b -> manager.resumeUploadFile(rest(whole, b)))
                .orElseGet(() -> manager.uploadFile(whole));
    }

    /** Made from the server's own list of parts: a killed program leaves no token of a pause. */
    private static ResumableFileUpload rest(UploadFileRequest whole, BegunUpload begun) {
        PartialUpload upload = begun.upload();
        return ResumableFileUpload.builder()
                .uploadFileRequest(whole)
                .multipartUploadId(upload.uploadId())
                .partSizeInBytes(upload.partBytes())
                .totalParts(Math.ceilDiv(upload.fileBytes(), upload.partBytes()))
                .transferredParts((long) begun.sent().count())
                .fileLength(upload.fileBytes())
                // the transfer manager looks at no more than milliseconds
                .fileLastModified(upload.fileModified().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }
}
