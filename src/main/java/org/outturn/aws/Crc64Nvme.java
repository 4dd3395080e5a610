package org.outturn.aws;

import java.util.zip.Checksum;

/**
 * CRC-64/NVME, which AWS's own tools use since the end of 2024 and Java does not have (NVM Express
 * NVM command set specification, "64b CRC"): polynomial ad93d23594c93659, reflected, inverted at
 * both ends. Eight bytes at a time, by tables.
 */
final class Crc64Nvme implements Checksum {
    /** The polynomial with its bits the other way round. */
    private static final long REFLECTED = 0x9a6c9329ac4bc9b5L;

    private static final long[][] TABLES = tables();

    private long crc = -1;

    private static long[][] tables() {
        long[][] tables = new long[Long.BYTES][256];
        for (int b = 0; b < 256; b++) {
            long crc = b;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ REFLECTED;
            }
            tables[0][b] = crc;
        }
        for (int t = 1; t < Long.BYTES; t++) {
            for (int b = 0; b < 256; b++) {
                long before = tables[t - 1][b];
                tables[t][b] = before >>> 8 ^ tables[0][(int) (before & 0xff)];
            }
        }
        return tables;
    }

    @Override
    public void update(int b) {
        crc = crc >>> 8 ^ TABLES[0][(int) (crc ^ b) & 0xff];
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        int i = offset;
        int end = offset + length;
        for (; end - i >= Long.BYTES; i += Long.BYTES) {
            long eight = crc;
            for (int n = 0; n < Long.BYTES; n++) {
                eight ^= (bytes[i + n] & 0xffL) << 8 * n;
            }
            long next = 0;
            for (int n = 0; n < Long.BYTES; n++) {
                next ^= TABLES[7 - n][(int) (eight >>> 8 * n) & 0xff];
            }
            crc = next;
        }
        for (; i < end; i++) {
            update(bytes[i]);
        }
    }

    @Override
    public long getValue() {
        return ~crc;
    }

    @Override
    public void reset() {
        crc = -1;
    }
}
