package org.outturn.aws;

import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.storage.FileEtag;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectTags;
import org.outturn.storage.UploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Some servers, Ceph among them, forget the tags that come with an upload in parts. So they are
 * read, and put once more where they are not there.
 */
final class LostTags {
    private final Server server;
    private final ObjectReads reads;
    private final ObjectWrites writes;

    LostTags(Server server, ObjectReads reads, ObjectWrites writes) {
        this.server = server;
        this.reads = reads;
        this.writes = writes;
    }

    /**
     * @throws FailureException if the tags are not there and cannot be put
     */
    void restore(UploadRequest request, PutObjectResponse answer) {
        ObjectTags wanted = request.options().tags();
        String etag = Etags.plain(answer.eTag());
        // Ceph's answer to an upload in parts has no ETag at all
        boolean whole = FileEtag.comparable(etag) && !FileEtag.inParts(etag);
        if (wanted.values().isEmpty() || server.aws() || whole) {
            return;
        }
        if (!isTagged(request.target(), wanted)) {
            writes.setTags(request.target(), wanted);
        }
    }

    private boolean isTagged(ObjectAddress target, ObjectTags wanted) {
        try {
            return reads.tags(target).equals(wanted);
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.AccessDenied) {
                // may perhaps be written all the same
                return false;
            }
            throw e;
        }
    }
}
