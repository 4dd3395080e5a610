package org.outturn.transfer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.outturn.storage.Encryption;

/** How the journal tells the kinds of {@link Encryption} apart: by names that stay. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Encryption.BucketDefault.class, name = "bucket"),
    @JsonSubTypes.Type(value = Encryption.S3Managed.class, name = "s3"),
    @JsonSubTypes.Type(value = Encryption.Kms.class, name = "kms")
})
interface NamedEncryption {}
