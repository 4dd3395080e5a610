package org.outturn.aws;

import java.util.List;
import java.util.Map;
import org.outturn.storage.EtagDigest;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectTags;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.Tag;

/** Small writes: an object that fits into memory, and tags. */
final class ObjectWrites {
    private final Server server;
    private final Requests requests;
    private final MetadataText metadataText = new MetadataText();

    ObjectWrites(Server server, Requests requests) {
        this.server = server;
        this.requests = requests;
    }

    void put(
            ObjectAddress address,
            byte[] content,
            String contentType,
            Map<String, String> metadata) {
        PutObjectRequest.Builder put =
                PutObjectRequest.builder()
                        .bucket(address.bucket())
                        .key(address.key())
                        .contentType(contentType)
                        .metadata(metadataText.encode(metadata));
        if (!server.aws()) {
            // the one checksum that every server knows; AWS gets a better one from the SDK
            put.contentMD5(FileDigests.header(EtagDigest.md5().digest(content)));
        }
        requests.send(
                Call.on(Operation.PUT_OBJECT, address),
                s3 -> s3.putObject(put.build(), RequestBody.fromBytes(content)));
    }

    void setTags(ObjectAddress address, ObjectTags tags) {
        List<Tag> set =
                tags.values().entrySet().stream()
                        .map(t -> Tag.builder().key(t.getKey()).value(t.getValue()).build())
                        .toList();
        requests.send(
                Call.on(Operation.PUT_TAGS, address),
                s3 ->
                        s3.putObjectTagging(put ->
                                put.bucket(address.bucket())
                                        .key(address.key())
                                        .tagging(tagging -> tagging.tagSet(set))));
    }
}
