package org.outturn.app;

import java.util.Arrays;
import org.outturn.settings.UploadPreferences;
import org.outturn.storage.Encryption;
import org.outturn.storage.ObjectTags;
import org.outturn.storage.StoreOptions;
import org.outturn.ui.transfers.UploadMemory;
import org.outturn.upload.CompareBy;
import org.outturn.upload.UploadOptions;

/** Keeps with the settings how uploads to each connection are stored. */
final class RememberedUploads implements UploadMemory {
    private final RememberedSettings settings;

    RememberedUploads(RememberedSettings settings) {
        this.settings = settings;
    }

    @Override
    public UploadOptions options(String connection) {
        UploadPreferences kept = settings.settings().uploads().get(connection);
        return kept == null ? UploadOptions.DEFAULTS : options(kept);
    }

    @Override
    public void keep(String connection, UploadOptions options) {
        settings.uploadsStored(connection, preferences(options));
    }

    static UploadOptions options(UploadPreferences kept) {
        Encryption encryption =
                switch (kept.encryption()) {
                    case "s3" -> new Encryption.S3Managed();
                    case "kms" -> new Encryption.Kms(kept.key());
                    default -> new Encryption.BucketDefault();
                };
        CompareBy compareBy =
                Arrays.stream(CompareBy.values())
                        .filter(by -> by.name().equals(kept.compareBy()))
                        .findFirst()
                        .orElse(CompareBy.SIZE_AND_CHECKSUM);
        return new UploadOptions(
                new StoreOptions(kept.storageClass(), encryption, ObjectTags.of(kept.tags())),
                compareBy,
                kept.emptyFolders(),
                Long.MAX_VALUE);
    }

    static UploadPreferences preferences(UploadOptions options) {
        Encryption encryption = options.store().encryption();
        return new UploadPreferences(
                options.store().storageClass(),
                switch (encryption) {
                    case Encryption.BucketDefault _ -> "bucket";
                    case Encryption.S3Managed _ -> "s3";
                    case Encryption.Kms _ -> "kms";
                },
                encryption instanceof Encryption.Kms(String keyId) ? keyId : "",
                options.store().tags().values(),
                options.compareBy().name(),
                options.emptyFolders());
    }
}
