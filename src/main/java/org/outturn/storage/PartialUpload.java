package org.outturn.storage;

import java.time.Instant;

/**
 * An upload in parts that a server has begun and not finished. Whoever keeps this can have the rest
 * sent later, or the parts freed: until then the server keeps them, and may charge for them.
 *
 * @param target the object that it becomes
 * @param uploadId the server's name for it (CreateMultipartUpload)
 * @param partBytes the size of every part but the last
 * @param fileBytes the size of the whole file
 * @param fileModified the file's own time when the upload began
 */
public record PartialUpload(
        ObjectAddress target,
        String uploadId,
        long partBytes,
        long fileBytes,
        Instant fileModified) {}
