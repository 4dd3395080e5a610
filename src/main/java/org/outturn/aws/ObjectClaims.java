package org.outturn.aws;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ModifiedTime;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * What a server says of an object while it sends it.
 *
 * @param size of the whole object, in bytes
 * @param etag without quotes
 * @param otherKeys whether it is encrypted in a way that makes its ETag no MD5 (S3 API reference,
 *     "Object")
 * @param checksum of the whole object, if it keeps one that this program can make
 * @param modified the time of the file that it was made of, if the metadata keeps that
 */
record ObjectClaims(
        long size,
        String etag,
        boolean otherKeys,
        Optional<Checksum> checksum,
        Optional<Instant> modified) {

    /**
     * @param size of the whole object: an answer to a request for a range tells its own
     */
    static ObjectClaims of(GetObjectResponse answer, long size) {
        ServerSideEncryption encryption = answer.serverSideEncryption();
        Map<String, String> metadata = new TreeMap<>();
        answer.metadata()
                .forEach((name, value) -> metadata.put(name.toLowerCase(Locale.ROOT), value));
        return new ObjectClaims(
                size,
                Etags.plain(answer.eTag()),
                answer.sseCustomerAlgorithm() != null
                        || encryption != null && encryption != ServerSideEncryption.AES256,
                checksum(answer),
                ModifiedTime.of(metadata));
    }

    private static Optional<Checksum> checksum(GetObjectResponse answer) {
        if (answer.checksumType() == ChecksumType.COMPOSITE || answer.contentRange() != null) {
            // of the parts' checksums, or of a part
            return Optional.empty();
        }
        return checksum(Digester.CRC64NVME, answer.checksumCRC64NVME())
                .or(() -> checksum(Digester.SHA256, answer.checksumSHA256()))
                .or(() -> checksum(Digester.CRC32C, answer.checksumCRC32C()))
                .or(() -> checksum(Digester.CRC32, answer.checksumCRC32()))
                .or(() -> checksum(Digester.SHA1, answer.checksumSHA1()));
    }

    private static Optional<Checksum> checksum(Digester digester, @Nullable String value) {
        return value == null || value.contains("-")
                ? Optional.empty()
                : Optional.of(new Checksum(digester, value));
    }

    /**
     * A checksum as a header gives it.
     *
     * @param value in Base64
     */
    record Checksum(Digester digester, String value) {
        private static final int BUFFER_BYTES = 1 << 16;

        String name() {
            return digester.name();
        }

        boolean matches(Path file, Cancellation cancellation) throws IOException {
            Digester.Sum sum = digester.begin();
            byte[] buffer = new byte[BUFFER_BYTES];
            try (InputStream in = Files.newInputStream(file)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    cancellation.check();
                    sum.update(buffer, n);
                }
            }
            return sum.base64().equals(value);
        }
    }
}
