package org.outturn.aws;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** The checksums that S3 keeps (S3 user guide, "Checking object integrity"). */
enum Digester {
    CRC64NVME(() -> new OfCrc(new Crc64Nvme(), Long.BYTES)),
    CRC32C(() -> new OfCrc(new CRC32C(), Integer.BYTES)),
    CRC32(() -> new OfCrc(new CRC32(), Integer.BYTES)),
    SHA256(() -> new OfDigest("SHA-256")),
    SHA1(() -> new OfDigest("SHA-1"));

    private final Supplier<Sum> begin;

    Digester(Supplier<Sum> begin) {
        this.begin = begin;
    }

    Sum begin() {
        return begin.get();
    }

    /** One sum being made. */
    interface Sum {
        void update(byte[] bytes, int length);

        /** As the headers have it. */
        String base64();
    }

    private record OfCrc(Checksum crc, int bytes) implements Sum {
        @Override
        public void update(byte[] data, int length) {
            crc.update(data, 0, length);
        }

        @Override
        public String base64() {
            byte[] value = ByteBuffer.allocate(Long.BYTES).putLong(crc.getValue()).array();
            byte[] sent = Arrays.copyOfRange(value, Long.BYTES - bytes, Long.BYTES);
            return Base64.getEncoder().encodeToString(sent);
        }
    }

    private static final class OfDigest implements Sum {
        private final MessageDigest digest;

        OfDigest(String algorithm) {
            try {
                digest = MessageDigest.getInstance(algorithm);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has " + algorithm, e);
            }
        }

        @Override
        public void update(byte[] bytes, int length) {
            digest.update(bytes, 0, length);
        }

        @Override
        public String base64() {
            return Base64.getEncoder().encodeToString(digest.digest());
        }
    }
}
