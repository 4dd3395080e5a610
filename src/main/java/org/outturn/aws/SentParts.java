package org.outturn.aws;

import java.util.List;
import org.outturn.storage.PartialUpload;
import software.amazon.awssdk.services.s3.model.Part;

/**
 * What a server has of an upload in parts.
 *
 * @param fit whether each part is as large as the upload's plan says: others are of no use
 */
record SentParts(int count, long bytes, boolean fit) {

    static SentParts of(PartialUpload upload, List<Part> parts) {
        long bytes = parts.stream().mapToLong(Part::size).sum();
        boolean fit = parts.stream().allMatch(part -> fits(upload, part));
        return new SentParts(parts.size(), bytes, fit);
    }

    private static boolean fits(PartialUpload upload, Part part) {
        long from = (part.partNumber() - 1) * upload.partBytes();
        return part.size() == Math.min(upload.partBytes(), upload.fileBytes() - from);
    }
}
