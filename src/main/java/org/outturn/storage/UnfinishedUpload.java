package org.outturn.storage;

import java.time.Instant;

/**
 * What ListMultipartUploads tells of one upload in parts.
 *
 * @param initiated when it was begun, by the server's clock
 */
public record UnfinishedUpload(ObjectAddress target, String uploadId, Instant initiated) {}
