package org.outturn.sample;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** The checksums that S3 verifies and keeps beside the MD5. */
enum Checksum {
    CRC32(() -> of(new CRC32(), 4)),
    CRC32C(() -> of(new CRC32C(), 4)),
    CRC64NVME(() -> of(new Crc64Nvme(), 8)),
    SHA1(() -> of(Digests.digest("SHA-1"))),
    SHA256(() -> of(Digests.digest("SHA-256")));

    static final String PREFIX = "x-amz-checksum-";

    private final Supplier<Sum> sums;

    Checksum(Supplier<Sum> sums) {
        this.sums = sums;
    }

    /** One under way. */
    interface Sum {
        void update(byte[] bytes, int offset, int length);

        byte[] value();

        default String base64() {
            return Base64.getEncoder().encodeToString(value());
        }
    }

    Sum begin() {
        return sums.get();
    }

    /** The header that carries it. */
    String header() {
        return PREFIX + name().toLowerCase(Locale.ROOT);
    }

    static Optional<Checksum> ofHeader(String header) {
        return Arrays.stream(values())
                .filter(checksum -> checksum.header().equalsIgnoreCase(header))
                .findFirst();
    }

    static Sum of(MessageDigest digest) {
        return new Sum() {
            @Override
            public void update(byte[] bytes, int offset, int length) {
                digest.update(bytes, offset, length);
            }

            @Override
            public byte[] value() {
                return digest.digest();
            }
        };
    }

    private static Sum of(java.util.zip.Checksum crc, int size) {
        return new Sum() {
            @Override
            public void update(byte[] bytes, int offset, int length) {
                crc.update(bytes, offset, length);
            }

            @Override
            public byte[] value() {
                byte[] big = ByteBuffer.allocate(8).putLong(crc.getValue()).array();
                return Arrays.copyOfRange(big, 8 - size, 8);
            }
        };
    }
}
